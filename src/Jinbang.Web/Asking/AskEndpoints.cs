using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Jinbang.Boards.Pages;
using Jinbang.Grading;
using Jinbang.Web.Access;
using Jinbang.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Jinbang.Web.Asking;

/// <summary>Asking once, over the JSON interface and for the page.</summary>
internal static class AskEndpoints
{
    private const string Set = "set";
    private const string Add = "add";

    /// <summary>Adds who asks.</summary>
    public static void AddAsking(this IServiceCollection services) => services.AddSingleton<OnceAsker>();

    /// <summary>Maps them.</summary>
    public static void MapAsking(this IEndpointRouteBuilder app, RouteGroupBuilder api)
    {
        api.MapPost("/ask", (AskOrder order, OnceAsker asker, Reader reader, HttpContext context) => AnswerAsync(order.Checked(), asker, reader, context))
            .RequireAuthorization(Policies.Run)
            .WithSummary("Asks up to six models the same once, within a cap in yuan; kept nowhere but in the audit log. With Accept: text/event-stream the answers come as they are written: events add and set, each of one model.");
        // Forms are bound, so that their token against forgery is checked.
        var forms = app.MapGroup("/ask").RequireAuthorization(Policies.Run).ExcludeFromDescription();
        forms.MapPost("", (IFormCollection form, OnceAsker asker, Reader reader, HttpContext context) => PageAsync(AskForm.Of(form), asker, reader, context));
        forms.MapPost("/stream", (IFormCollection form, OnceAsker asker, Reader reader, HttpContext context) => AnswerAsync(AskForm.Of(form).Order(), asker, reader, context));
    }

    private static async Task<IResult> PageAsync(AskForm form, OnceAsker asker, Reader reader, HttpContext context)
    {
        var result = new AskResult(form);
        try
        {
            using var planned = await asker.PlanAsync(form.Order(), context.RequestAborted);
            result = result with { Plan = AskPlan.Of(planned) };
            if (!form.IsReckoning && planned.Refusal is null)
            {
                var ended = await EndsAsync(asker, planned, reader, context.RequestAborted);
                result = result with { Answers = [.. ended.Select(piece => (planned.Order.Models[piece.Of], piece))] };
            }
        }
        catch (BadInputException fault)
        {
            result = result with { Problem = fault.Problem };
        }

        return new RazorComponentResult<AskDocument>(new { Result = result });
    }

    private static async Task<IResult> AnswerAsync(AskOrder order, OnceAsker asker, Reader reader, HttpContext context)
    {
        var planned = await asker.PlanAsync(order, context.RequestAborted);
        context.Response.RegisterForDispose(planned);
        if (planned.Refusal is { } refusal)
        {
            throw new BadInputException(refusal);
        }

        return context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/event-stream")
            ? TypedResults.ServerSentEvents(EventsAsync(asker, planned, reader, context.RequestAborted))
            : TypedResults.Ok(await AllAsync(asker, planned, reader, context.RequestAborted));
    }

    private static async Task<IReadOnlyList<AnswerPiece>> EndsAsync(OnceAsker asker, PlannedAsk planned, Reader reader, CancellationToken cancellationToken)
    {
        var ended = await asker.AskAsync(planned, reader.Name, cancellationToken).Where(piece => piece.Reply is not null).ToListAsync(cancellationToken);
        return [.. ended.OrderBy(piece => piece.Of)];
    }

    private static async IAsyncEnumerable<SseItem<object>> EventsAsync(OnceAsker asker, PlannedAsk planned, Reader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var of = 0; of < planned.Order.Models.Count; of++)
        {
            yield return new(new { of, model = planned.Order.Models[of] }, Set);
        }

        await foreach (var piece in asker.AskAsync(planned, reader.Name, cancellationToken))
        {
            yield return piece.Reply is null
                ? new(piece with { Text = Shown(piece.Text), Thinking = Shown(piece.Thinking) }, Add)
                : new(AnswerEnd.Say(piece, reader.Language), Set);
        }
    }

    private static string? Shown(string? text) => text is null ? null : Visible.Text(text);

    private static async Task<object> AllAsync(OnceAsker asker, PlannedAsk planned, Reader reader, CancellationToken cancellationToken)
    {
        var ended = await EndsAsync(asker, planned, reader, cancellationToken);
        return new
        {
            worst = planned.WorstTotal,
            answers = ended.Select(piece => new
            {
                model = planned.Order.Models[piece.Of],
                outcome = GradeWords.Code(piece.Reply!.Outcome),
                piece.Reply.Text,
                piece.Reply.Thinking,
                problem = piece.Problem?.In(reader.Language),
                promptTokens = piece.Reply.Usage?.Prompt,
                replyTokens = piece.Reply.Usage?.Completion,
                seconds = piece.Reply.Elapsed?.TotalSeconds,
                firstTokenSeconds = piece.Reply.FirstToken?.TotalSeconds,
                yuan = piece.Reply.Cost,
            }),
        };
    }
}
