using System.Text.Json;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.OpenAi;

/// <summary>OpenAI's chat completions, and those of the houses that follow them.</summary>
internal sealed class OpenAiDialect(House house) : Dialect(house)
{
    private readonly OpenAiStream stream = new(house);
    private readonly OpenAiParts parts = new(house);

    public override string ChatPath => House.At("/chat/completions");

    public override IEnumerable<ReadOnlyMemory<byte>> Events(SimulatedReply reply, bool wantsUsage) =>
        stream.Events(reply, wantsUsage);

    public override void WriteReply(Utf8JsonWriter json, SimulatedReply reply)
    {
        json.WriteStartObject();
        OpenAiParts.WriteHead(json, reply, "chat.completion"u8);
        json.WriteStartArray("choices"u8);
        if (reply.HasChoices)
        {
            json.WriteStartObject();
            json.WriteNumber("index"u8, 0);
            json.WriteStartObject("message"u8);
            json.WriteString("role"u8, "assistant"u8);
            OpenAiParts.WriteWords(json, reply.Thought, reply.Thinking, reply.Text);
            json.WriteEndObject();
            parts.WriteFinish(json, reply.Finish);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (reply.Usage is { } usage)
        {
            parts.WriteUsage(json, usage);
        }

        parts.WriteExtra(json);
        json.WriteEndObject();
    }

    public override void WriteModels(Utf8JsonWriter json, IEnumerable<SimulatedModel> models) => OpenAiParts.WriteModels(json, models);

    protected override Ask ReadAsk(HttpRequest head, JsonElement request) => OpenAiRequest.Read(request, House.Roles);
}
