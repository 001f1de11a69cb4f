using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Jinbang.Boards.Pages;
using Jinbang.Grading;
using Jinbang.Web.Access;
using Jinbang.Web.Layout;

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
        api.MapPost("/ask", (AskOrder order, OnceAsker asker, Reader reader, HttpContext context) => AnswerAsync(() => order.Checked(), asker, reader, context)).RequireAuthorization(Policies.Run)
            .WithSummary("Asks up to six models the same once, within a cap in yuan; kept nowhere but in the audit log. With Accept: text/event-stream the answers come as they are written: events add and set, each of one model.");
        // The form is bound for its token against forgery to be checked.
        app.MapPost("/ask/stream", (IFormCollection form, OnceAsker asker, Reader reader, HttpContext context) => AnswerAsync(() => AskForm.Of(form).Order(), asker, reader, context)).RequireAuthorization(Policies.Run)
            .ExcludeFromDescription();
    }

    private static async Task<IResult> AnswerAsync(Func<AskOrder> order, OnceAsker asker, Reader reader, HttpContext context)
    {
        try
        {
            var planned = await asker.PlanAsync(order(), context.RequestAborted);
            context.Response.RegisterForDispose(planned);
            if (planned.Refusal is { } refusal)
            {
                throw new BadInputException(refusal);
            }

            return context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/event-stream")
                ? TypedResults.ServerSentEvents(EventsAsync(asker, planned, reader, context.RequestAborted))
                : TypedResults.Ok(await AllAsync(asker, planned, reader, context.RequestAborted));
        }
        catch (BadInputException fault)
        {
            return TypedResults.Problem(fault.Problem.In(reader.Language), statusCode: StatusCodes.Status400BadRequest);
        }
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
        var ended = await asker.AskAsync(planned, reader.Name, cancellationToken).Where(piece => piece.Reply is not null).ToListAsync(cancellationToken);
        return new
        {
            worst = planned.WorstTotal,
            answers = ended.OrderBy(piece => piece.Of).Select(piece => new
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
