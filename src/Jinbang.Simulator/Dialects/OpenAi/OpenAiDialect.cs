using System.Text.Json;

namespace Jinbang.Simulator.Dialects.OpenAi;

/// <summary>OpenAI's chat completions.</summary>
internal sealed class OpenAiDialect : Dialect
{
    private const string Bearer = "Bearer ";

    public override string ModelsPath => "/v1/models";

    public override string ChatPath => "/v1/chat/completions";

    public override string Key(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? header[Bearer.Length..]
            : "";

    public override Ask Read(JsonElement request) => OpenAiRequest.Read(request);

    public override IEnumerable<ReadOnlyMemory<byte>> Events(SimulatedReply reply, bool wantsUsage) =>
        OpenAiStream.Events(reply, wantsUsage);

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
            json.WriteString("content"u8, reply.Text);
            if (reply.Thinking.Length > 0)
            {
                json.WriteString("reasoning_content"u8, reply.Thinking);
            }

            json.WriteEndObject();
            OpenAiParts.WriteFinish(json, reply.Finish);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (reply.Usage is { } usage)
        {
            OpenAiParts.WriteUsage(json, usage);
        }

        json.WriteEndObject();
    }

    public override void WriteModels(Utf8JsonWriter json, IEnumerable<SimulatedModel> models)
    {
        json.WriteStartObject();
        json.WriteString("object"u8, "list"u8);
        json.WriteStartArray("data"u8);
        foreach (var model in models)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, model.Name);
            json.WriteString("object"u8, "model"u8);
            json.WriteNumber("created"u8, 0);
            json.WriteString("owned_by"u8, "jinbang-simulator"u8);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public override void WriteError(Utf8JsonWriter json, (int Status, string Message) error)
    {
        var (type, code) = Names(error.Status);
        json.WriteStartObject();
        json.WriteStartObject("error"u8);
        json.WriteString("message"u8, error.Message);
        json.WriteString("type"u8, type);
        json.WriteNull("param"u8);
        json.WriteString("code"u8, code);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static (string Type, string? Code) Names(int status) => status switch
    {
        401 => ("invalid_request_error", "invalid_api_key"),
        402 => ("insufficient_quota", "insufficient_quota"),
        404 => ("invalid_request_error", "model_not_found"),
        429 => ("requests", "rate_limit_exceeded"),
        529 => ("overloaded_error", "overloaded"),
        >= 400 and < 500 => ("invalid_request_error", null),
        _ => ("server_error", null),
    };
}
