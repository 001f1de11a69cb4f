using System.Collections.Frozen;
using System.Text.Json;
using Jinbang.Simulator.Answers;
using Jinbang.Simulator.Counting;
using Jinbang.Simulator.Dialects;
using Jinbang.Simulator.Faults;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Delivery;

/// <summary>Answers chat requests at one house.</summary>
internal sealed class ChatEndpoint(SimulatorOptions options, Dialect dialect, CallBook book, FaultPlan faults, TimeProvider time)
{
    private const string Simulated = "This error is simulated.";

    private readonly FrozenDictionary<string, SimulatedModel> models = options.Models.ToFrozenDictionary(model => model.Name);
    private readonly House house = dialect.House;
    private readonly RateLimits? limits = options.RateLimit is { } limit
        ? new(limit with { Headers = dialect.House.LimitHeaders ?? limit.Headers }, options.Models, time)
        : null;

    private readonly Admission admission = new(options.Key, dialect.House, time);
    private readonly ReplyMaker maker = new(options, time);

    /// <summary>Answers one request, and counts it before the client can see the end of the answer.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var call = new Call();
        book.Arrive();
        try
        {
            context.Response.Headers["x-simulated"] = "true";
            await AnswerAsync(context, call);
            call.Status = context.Response.StatusCode;
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException
            && context.RequestAborted.IsCancellationRequested)
        {
            call.IsAbandoned = true;
        }
        finally
        {
            if (call.IsTaken)
            {
                limits?.GiveBack(call.Model!.Name);
            }

            book.Leave(call);
            options.Log?.WriteLine($"{call.Status} {call.Model?.Name ?? "-"} {call.Fault?.Name ?? "-"}");
        }

        if (call.IsCut)
        {
            context.Abort();
        }
        else if (context.Response.HasStarted && !call.IsAbandoned)
        {
            // The server flushes what a handler leaves behind only when nothing was flushed before.
            await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        }
    }

    private async Task AnswerAsync(HttpContext context, Call call)
    {
        if (admission.Trouble(context.Request) is { } trouble)
        {
            context.Response.Reject(house, new Problem(trouble, "Incorrect API key provided."));
        }
        else if (await ReadAsync(context) is not { } ask)
        {
            return;
        }
        else if (!models.TryGetValue(ask.Model, out var model))
        {
            context.Response.Reject(house, new Problem(
                Trouble.UnknownModel, $"The model `{ask.Model}` does not exist; GET {dialect.ModelsPath} lists those that do.")
            { Field = ask.Model });
        }
        else
        {
            call.Model = model;
            await AnswerAsync(context, call, ask, model);
        }
    }

    private async Task<Ask?> ReadAsync(HttpContext context)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            return dialect.Read(context.Request, document.RootElement);
        }
        catch (RefusalException refusal)
        {
            context.Response.Reject(house, refusal.Problem);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException)
        {
            context.Response.Reject(house, new Problem(Trouble.BadRequest, $"The request cannot be read: {problem.Message}"));
        }
        catch (BadHttpRequestException problem)
        {
            context.Response.Reject(house, Problem.Of(problem.StatusCode, problem.Message));
        }

        return null;
    }

    private Task AnswerAsync(HttpContext context, Call call, Ask ask, SimulatedModel model)
    {
        if (limits?.Take(model.Name, TokenCount.Of(ask.Prompt) + options.Verbosity + options.Thinking, context.Response.Headers) is { } refused)
        {
            // A house that has too many requests at once says so in its own way.
            var problem = Problem.Of(refused, $"Rate limit reached for `{model.Name}`.");
            context.Response.Reject(house, refused == 429 ? problem with { Status = null } : problem);
            return Task.CompletedTask;
        }

        call.IsTaken = true;
        var question = options.Sheet.Recall(ask.Prompt);
        var chance = Chance.From(options.Seed).With(model.Name).With(ask.Prompt).WithSeed(ask.Seed);
        call.Prompt = chance.Value;
        var (number, repeat) = book.Admit(model.Name, call.Prompt);
        var chanceNow = chance.With((ulong)repeat);
        call.Fault = AtHouse(faults.Next(number, model, question?.Question.Id, chanceNow));
        if (IsStruckDown(context, call))
        {
            return Task.CompletedTask;
        }

        var reply = maker.Make(ask, model, question, chance);
        call.Paid = reply.Usage;
        reply = call.Fault is { } fault ? reply.With(fault.Flaw) : reply;
        var delivery = new BodyDelivery(context, call, options.Latency.Draw(chanceNow.With("latency")), time);
        return (ask.IsStream, call.Fault?.Flaw == Flaw.ErrorMidway) switch
        {
            (true, false) => delivery.SendAsync(dialect.Events(reply, ask.WantsUsage)),
            (false, false) => delivery.SendAsync(JsonBytes.Of(reply, dialect.WriteReply)),
            (true, true) => delivery.SendAsync(FailingMidway([.. dialect.Events(reply, ask.WantsUsage)])),
            (false, true) => delivery.SendAsync(house.Errors.Of(Failure).Body),
        };
    }

    private static Problem Failure => new(Trouble.ServerError, Simulated);

    private ReadOnlyMemory<byte>[] FailingMidway(ReadOnlyMemory<byte>[] events) => [.. events[..(events.Length / 2)], dialect.ErrorEvent(Failure)];

    private Fault? AtHouse(Fault? fault) =>
        fault is { Flaw: Flaw.Broken } && !house.Finishes.ContainsKey(Finish.Broken) ? fault with { Flaw = Flaw.Cut } : fault;

    // Whether a fault kept the model from being put to work at all.
    private bool IsStruckDown(HttpContext context, Call call)
    {
        switch (call.Fault)
        {
            case { Flaw: Flaw.Status } fault:
                context.Response.Reject(house, Problem.Of(fault.Status, Simulated), fault.RetryAfter);
                return true;
            case { Flaw: Flaw.Error200 }:
                context.Response.Reject(house, Problem.Of(StatusCodes.Status200OK, Simulated));
                return true;
            case { } fault when Refusal(fault.Flaw, house) is { } trouble:
                context.Response.Reject(house, new Problem(trouble, Simulated), fault.RetryAfter);
                return true;
            case { Flaw: Flaw.Html } fault:
                context.Response.SendPage(fault.Status);
                return true;
            case { Flaw: Flaw.CutEarly }:
                call.IsCut = true;
                return true;
            default:
                return false;
        }
    }

    // What the house is to say; null when the fault is not one of saying no, or the house tells it by a reply's end.
    private static Trouble? Refusal(Flaw flaw, House house) => flaw switch
    {
        Flaw.BadKey => Trouble.BadKey,
        Flaw.NoQuota => Trouble.NoQuota,
        Flaw.RateLimited => Trouble.RateLimited,
        Flaw.TooLong => Trouble.TooLong,
        Flaw.ServerError => Trouble.ServerError,
        Flaw.Overloaded => Trouble.Overloaded,
        Flaw.FilterPrompt when house.Errors.Knows(Trouble.Filtered) || !house.Finishes.ContainsKey(Finish.Filter) => Trouble.Filtered,
        Flaw.Filter when !house.Finishes.ContainsKey(Finish.Filter) => Trouble.Filtered,
        _ => null,
    };
}
