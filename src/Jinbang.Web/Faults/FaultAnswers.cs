using Jinbang.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jinbang.Web.Faults;

/// <summary>Makes of every error and of every status without words a page for readers, or problem details (RFC 9457) for programs.</summary>
/// <param name="next">What follows.</param>
/// <param name="scopes">Makes what a page needs.</param>
/// <param name="log">Is told of errors that nobody foresaw.</param>
internal sealed class FaultAnswers(RequestDelegate next, IServiceScopeFactory scopes, ILogger<FaultAnswers> log)
{
    /// <summary>Answers.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null, ContentLength: null })
            {
                await AnswerAsync(context, Fault.Of(context.Response.StatusCode, context.Response.Headers.RetryAfter));
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Who asked is gone.
        }
        catch (Exception error) when (!context.Response.HasStarted)
        {
            var fault = Fault.Of(error);
            if (fault.Status >= 500)
            {
                // As it was sent: a line break in a path must begin no line of the log.
                FaultLog.Unforeseen(log, context.Request.Path.ToUriComponent(), error);
            }

            await AnswerAsync(context, fault);
        }
    }

    private async Task AnswerAsync(HttpContext context, Fault fault)
    {
        context.Response.StatusCode = fault.Status;
        context.Response.ContentLength = null;
        context.Response.Headers.ETag = default;
        // The page that failed has set it, and the next would add it again.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        context.Response.Headers.CacheControl = "no-store";
        // A page that failed has used up its own scope.
        await using var scope = scopes.CreateAsyncScope();
        var own = context.RequestServices;
        context.RequestServices = scope.ServiceProvider;
        try
        {
            var reader = scope.ServiceProvider.GetRequiredService<Reader>();
            IResult answer = context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
                ? TypedResults.Problem(title: fault.Title.In(reader.Language), detail: fault.Detail.In(reader.Language), statusCode: fault.Status)
                : new RazorComponentResult<FaultDocument>(new { Fault = fault }) { StatusCode = fault.Status };
            await answer.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = own;
        }
    }
}
