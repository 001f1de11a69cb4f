namespace Jinbang.Web.Layout;

/// <summary>Answers what cannot be used with 400 and the reason, in the reader's language.</summary>
internal sealed class BadInputFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (BadInputException fault)
        {
            var reader = context.HttpContext.RequestServices.GetRequiredService<Reader>();
            return Results.Problem(fault.Problem.In(reader.Language), statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
