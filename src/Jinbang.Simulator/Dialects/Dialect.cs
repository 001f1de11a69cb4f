using System.Text.Json;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects;

/// <summary>How requests and replies are written down, with what a house makes of it.</summary>
internal abstract class Dialect(House house)
{
    private readonly RequestRules rules = new(house);

    /// <summary>Whose dialect it is.</summary>
    public House House => house;

    /// <summary>The path that lists the models.</summary>
    public string ModelsPath => house.At("/models");

    /// <summary>The path that takes chat requests.</summary>
    public abstract string ChatPath { get; }

    /// <summary>The dialect that a house speaks.</summary>
    public static Dialect Of(House house) => house.Dialect switch
    {
        Models.Dialect.OpenAiChat => new OpenAi.OpenAiDialect(house),
        Models.Dialect.OpenAiResponses => new Responses.ResponsesDialect(house),
        Models.Dialect.Anthropic => new Anthropic.AnthropicDialect(house),
        Models.Dialect.Gemini => new Gemini.GeminiDialect(house),
    };

    /// <summary>Reads a chat request.</summary>
    /// <exception cref="RefusalException">The house does not take it.</exception>
    /// <exception cref="JsonException">The request is not as the dialect has it; the message says why.</exception>
    /// <exception cref="InvalidOperationException">A part of it is not of the kind that the dialect has there.</exception>
    public Ask Read(HttpRequest head, JsonElement request)
    {
        foreach (var name in house.Headers)
        {
            if (!head.Headers.ContainsKey(name))
            {
                throw new RefusalException(Trouble.BadRequest, $"{name}: header is required");
            }
        }

        rules.Check(request);
        var ask = ReadAsk(head, request);
        if (house.Thought is { } thought)
        {
            ask = Thinking(ask, thought, request);
        }

        rules.CheckModel(request, ask);
        return ask;
    }

    /// <summary>Writes the list of models.</summary>
    public abstract void WriteModels(Utf8JsonWriter json, IEnumerable<SimulatedModel> models);

    /// <summary>Writes a whole reply.</summary>
    public abstract void WriteReply(Utf8JsonWriter json, SimulatedReply reply);

    /// <summary>A reply as the events of a stream, the one that ends it included.</summary>
    public abstract IEnumerable<ReadOnlyMemory<byte>> Events(SimulatedReply reply, bool wantsUsage);

    /// <summary>An error as an event in the middle of a stream.</summary>
    public virtual ReadOnlyMemory<byte> ErrorEvent(Problem problem) => JsonBytes.Event(
        house.Errors.Of(problem).Body, static (json, body) => json.WriteRawValue(body.Span));

    /// <summary>Reads what the dialect has, without the house's rules about thinking.</summary>
    protected abstract Ask ReadAsk(HttpRequest head, JsonElement request);

    private Ask Thinking(Ask ask, Thought thought, JsonElement request)
    {
        var own = house.RulesFor(ask.Model).ToList();
        var usual = own.Find(rule => rule.Thinks is not null)?.Thinks ?? thought.Usual;
        return ask with
        {
            IsThinking = thought.IsWanted(request, usual),
            MostThinking = thought.Most(request),
            Thought = thought.FormFor(request, own.Find(rule => rule.Thought is not null)?.Thought),
        };
    }
}
