using System.Text.Json;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.Gemini;

/// <summary>Google's generateContent.</summary>
internal sealed class GeminiDialect(House house) : Dialect(house)
{
    /// <summary>The part of the path that names model and method.</summary>
    public const string Call = "call";

    public override string ChatPath => House.At($"/models/{{**{Call}}}");

    public override IEnumerable<ReadOnlyMemory<byte>> Events(SimulatedReply reply, bool wantsUsage)
    {
        foreach (var piece in Pieces.Of(reply.Thinking))
        {
            yield return Chunk(new(reply, Thinking: piece));
        }

        foreach (var piece in reply.HasChoices ? Pieces.Of(reply.Text) : [])
        {
            yield return Chunk(new(reply, Text: piece));
        }

        yield return Chunk(new(reply, IsLast: true));
    }

    public override void WriteReply(Utf8JsonWriter json, SimulatedReply reply) => WritePart(json, new(reply, reply.Thinking, reply.Text, true));

    public override void WriteModels(Utf8JsonWriter json, IEnumerable<SimulatedModel> models)
    {
        json.WriteStartObject();
        json.WriteStartArray("models"u8);
        foreach (var model in models)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, "models/" + model.Name);
            json.WriteString("version"u8, "simulated"u8);
            json.WriteString("displayName"u8, model.Name);
            json.WriteStartArray("supportedGenerationMethods"u8);
            json.WriteStringValue("generateContent"u8);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    protected override Ask ReadAsk(HttpRequest head, JsonElement request) => GeminiRequest.Read(head, request);

    private ReadOnlyMemory<byte> Chunk(GeminiPart part) => JsonBytes.Event(part, WritePart);

    private void WritePart(Utf8JsonWriter json, GeminiPart part) => GeminiJson.Write(json, part, House);
}
