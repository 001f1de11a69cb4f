using System.Text.Json;
using Jinbang.Simulator.Dialects.OpenAi;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.Responses;

/// <summary>OpenAI's responses.</summary>
internal sealed class ResponsesDialect(House house) : Dialect(house)
{
    public override string ChatPath => House.At("/responses");

    public override IEnumerable<ReadOnlyMemory<byte>> Events(SimulatedReply reply, bool wantsUsage) => new ResponsesStream(reply, House).Events();

    public override ReadOnlyMemory<byte> ErrorEvent(Problem problem) => JsonBytes.Event("error", problem, static (json, told) =>
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "error"u8);
        json.WriteString("code"u8, "server_error"u8);
        json.WriteString("message"u8, told.Message);
        json.WriteNull("param"u8);
        json.WriteNumber("sequence_number"u8, 1);
        json.WriteEndObject();
    });

    public override void WriteReply(Utf8JsonWriter json, SimulatedReply reply) => ResponsesJson.WriteResponse(json, reply, House, isOver: true);

    public override void WriteModels(Utf8JsonWriter json, IEnumerable<SimulatedModel> models) => OpenAiParts.WriteModels(json, models);

    protected override Ask ReadAsk(HttpRequest head, JsonElement request) => ResponsesRequest.Read(request);
}
