using System.Text.Json;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.Anthropic;

/// <summary>Anthropic's messages.</summary>
internal sealed class AnthropicDialect(House house) : Dialect(house)
{
    public override string ChatPath => House.At("/messages");

    public override IEnumerable<ReadOnlyMemory<byte>> Events(SimulatedReply reply, bool wantsUsage) => AnthropicStream.Events(reply, House);

    public override ReadOnlyMemory<byte> ErrorEvent(Problem problem) => JsonBytes.Event(
        "error", House.Errors.Of(problem).Body, static (json, body) => json.WriteRawValue(body.Span));

    public override void WriteReply(Utf8JsonWriter json, SimulatedReply reply)
    {
        json.WriteStartObject();
        AnthropicParts.WriteHead(json, reply);
        json.WriteStartArray("content"u8);
        if (reply.Thinking.Length > 0)
        {
            AnthropicParts.WriteThinking(json, reply.Thinking, AnthropicParts.Signature);
        }

        if (reply is { HasChoices: true, Text.Length: > 0 })
        {
            AnthropicParts.WriteText(json, reply.Text);
        }

        json.WriteEndArray();
        json.WriteString("stop_reason"u8, House.Finishes[reply.Finish]);
        json.WriteNull("stop_sequence"u8);
        AnthropicParts.WriteUsage(json, reply.Usage, reply.Usage?.Completion ?? 0);
        json.WriteEndObject();
    }

    public override void WriteModels(Utf8JsonWriter json, IEnumerable<SimulatedModel> models)
    {
        json.WriteStartObject();
        json.WriteStartArray("data"u8);
        foreach (var model in models)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "model"u8);
            json.WriteString("id"u8, model.Name);
            json.WriteString("display_name"u8, model.Name);
            json.WriteString("created_at"u8, "1970-01-01T00:00:00Z"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("has_more"u8, false);
        json.WriteNull("first_id"u8);
        json.WriteNull("last_id"u8);
        json.WriteEndObject();
    }

    protected override Ask ReadAsk(HttpRequest head, JsonElement request) => AnthropicRequest.Read(request);
}
