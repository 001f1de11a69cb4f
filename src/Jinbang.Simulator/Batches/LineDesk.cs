using System.Collections.Frozen;
using System.Text.Json;
using Jinbang.Simulator.Answers;
using Jinbang.Simulator.Counting;
using Jinbang.Simulator.Dialects;
using Jinbang.Simulator.Faults;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Batches;

/// <summary>Answers the requests of a batch as single calls would be answered; each is counted as one.</summary>
internal sealed class LineDesk(SimulatorOptions options, Dialect dialect, CallBook book, FaultPlan faults, TimeProvider time)
{
    private readonly FrozenDictionary<string, SimulatedModel> models = options.Models.ToFrozenDictionary(model => model.Name);
    private readonly ReplyMaker maker = new(options, time);

    /// <summary>Answers one request.</summary>
    /// <param name="head">The head of the request that brought it.</param>
    /// <param name="id">Its id.</param>
    /// <param name="body">Its body.</param>
    public AnsweredLine Answer(HttpRequest head, string id, JsonElement body)
    {
        var call = new Call();
        book.Arrive();
        try
        {
            var (status, answer) = Answer(head, body, call);
            call.Status = status;
            return new AnsweredLine(id, status, answer);
        }
        catch (Exception problem) when (problem is RefusalException or JsonException or InvalidOperationException or FormatException)
        {
            var (status, answer) = dialect.House.Errors.Of((problem as RefusalException)?.Problem ?? new Problem(Trouble.BadRequest, problem.Message));
            call.Status = status;
            return new AnsweredLine(id, status, answer);
        }
        finally
        {
            book.Leave(call);
        }
    }

    private (int Status, ReadOnlyMemory<byte> Body) Answer(HttpRequest head, JsonElement body, Call call)
    {
        var ask = dialect.Read(head, body);
        if (!models.TryGetValue(ask.Model, out var model))
        {
            throw new RefusalException(new Problem(Trouble.UnknownModel, $"The model `{ask.Model}` does not exist.") { Field = ask.Model });
        }

        call.Model = model;
        var question = options.Sheet.Recall(ask.Prompt);
        var chance = Chance.From(options.Seed).With(model.Name).With(ask.Prompt).WithSeed(ask.Seed);
        call.Prompt = chance.Value;
        var (number, repeat) = book.Admit(model.Name, call.Prompt);
        var chanceNow = chance.With((ulong)repeat);
        if (chanceNow.With("expiry").Share < options.Batches.Expiring)
        {
            return (0, default);
        }

        call.Fault = faults.Next(number, model, question?.Question.Id, chanceNow);
        if (call.Fault is { Flaw: Flaw.Status } struck)
        {
            return dialect.House.Errors.Of(Problem.Of(struck.Status, "This error is simulated."));
        }

        var reply = maker.Make(ask, model, question, chance);
        call.Paid = reply.Usage;
        return (StatusCodes.Status200OK, JsonBytes.Of(call.Fault is { } fault ? reply.With(fault.Flaw) : reply, dialect.WriteReply));
    }
}
