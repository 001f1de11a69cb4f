using System.Collections.Frozen;
using System.Text.Json;
using Jinbang.Simulator.Answers;
using Jinbang.Simulator.Counting;
using Jinbang.Simulator.Dialects;
using Jinbang.Simulator.Faults;

namespace Jinbang.Simulator.Delivery;

/// <summary>Answers chat requests of one dialect.</summary>
internal sealed class ChatEndpoint(SimulatorOptions options, Dialect dialect, CallBook book, FaultPlan faults, TimeProvider time)
{
    private readonly FrozenDictionary<string, SimulatedModel> models = options.Models.ToFrozenDictionary(model => model.Name);
    private readonly RateLimits? limits = options.RateLimit is null ? null : new(options.RateLimit, options.Models, time);
    private readonly Admission admission = new(options.Key);
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
        if (!admission.Admits(dialect.Key(context.Request)))
        {
            context.Response.Reject(dialect, 401, "Incorrect API key provided.");
        }
        else if (await ReadAsync(context) is not { } ask)
        {
            return;
        }
        else if (!models.TryGetValue(ask.Model, out var model))
        {
            context.Response.Reject(dialect, 404, $"The model `{ask.Model}` does not exist; GET {dialect.ModelsPath} lists those that do.");
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
            return dialect.Read(document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException)
        {
            context.Response.Reject(dialect, 400, $"The request cannot be read: {problem.Message}");
        }
        catch (BadHttpRequestException problem)
        {
            context.Response.Reject(dialect, problem.StatusCode, problem.Message);
        }

        return null;
    }

    private Task AnswerAsync(HttpContext context, Call call, Ask ask, SimulatedModel model)
    {
        if (limits?.Take(model.Name, TokenCount.Of(ask.Prompt) + options.Verbosity + options.Thinking, context.Response.Headers) is { } refused)
        {
            context.Response.Reject(dialect, refused, $"Rate limit reached for `{model.Name}`.");
            return Task.CompletedTask;
        }

        call.IsTaken = true;
        var question = options.Sheet.Recall(ask.Prompt);
        var chance = Chance.From(options.Seed).With(model.Name).With(ask.Prompt).WithSeed(ask.Seed);
        call.Prompt = chance.Value;
        var (number, repeat) = book.Admit(model.Name, call.Prompt);
        var chanceNow = chance.With((ulong)repeat);
        call.Fault = faults.Next(number, model, question?.Question.Id, chanceNow);
        if (IsStruckDown(context, call))
        {
            return Task.CompletedTask;
        }

        var reply = maker.Make(ask, model, question, chance);
        call.Paid = reply.Usage;
        reply = call.Fault is { } fault ? reply.With(fault.Flaw) : reply;
        var delivery = new BodyDelivery(context, call, options.Latency.Draw(chanceNow.With("latency")), time);
        return ask.IsStream
            ? delivery.SendAsync(dialect.Events(reply, ask.WantsUsage))
            : delivery.SendAsync(JsonBytes.Of(reply, dialect.WriteReply));
    }

    // Whether a fault kept the model from being put to work at all.
    private bool IsStruckDown(HttpContext context, Call call)
    {
        switch (call.Fault)
        {
            case { Flaw: Flaw.Status } fault:
                context.Response.Reject(dialect, fault.Status, "This error is simulated.", fault.RetryAfter);
                return true;
            case { Flaw: Flaw.Error200 }:
                context.Response.Reject(dialect, 200, "This error is simulated.");
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
}
