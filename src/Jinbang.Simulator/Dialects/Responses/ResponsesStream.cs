using System.Text.Json;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.Responses;

/// <summary>A reply as the typed events of a response, numbered in order.</summary>
internal sealed class ResponsesStream(SimulatedReply reply, House house)
{
    private int number;
    private int item;

    /// <summary>The response begun, each item piece by piece, and the response at its end.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Events()
    {
        yield return Response("response.created", isOver: false);
        yield return Response("response.in_progress", isOver: false);
        var items = (ResponsesJson.HasReasoning(reply) ? Reasoning() : []).Concat(ResponsesJson.HasMessage(reply) ? Message() : []);
        foreach (var piece in items)
        {
            yield return piece;
        }

        yield return Response(reply.Finish == Finish.Stop ? "response.completed" : "response.incomplete", isOver: true);
    }

    private IEnumerable<ReadOnlyMemory<byte>> Reasoning()
    {
        var id = ResponsesJson.ReasoningId(reply);
        yield return Item("response.output_item.added", json => ResponsesJson.WriteReasoning(json, reply, isWhole: false));
        if (reply.Thinking.Length > 0)
        {
            yield return Part("response.reasoning_summary_part.added", id, "summary_index", json => Named(json, "part", () => ResponsesJson.WriteSummary(json, "")));
            foreach (var piece in Pieces.Of(reply.Thinking))
            {
                yield return Part("response.reasoning_summary_text.delta", id, "summary_index", json => json.WriteString("delta"u8, piece));
            }

            yield return Part("response.reasoning_summary_text.done", id, "summary_index", json => json.WriteString("text"u8, reply.Thinking));
            yield return Part("response.reasoning_summary_part.done", id, "summary_index", json => Named(json, "part", () => ResponsesJson.WriteSummary(json, reply.Thinking)));
        }

        yield return Item("response.output_item.done", json => ResponsesJson.WriteReasoning(json, reply, isWhole: true));
        item++;
    }

    private IEnumerable<ReadOnlyMemory<byte>> Message()
    {
        var id = ResponsesJson.MessageId(reply);
        yield return Item("response.output_item.added", json => ResponsesJson.WriteMessage(json, reply, isWhole: false));
        yield return Part("response.content_part.added", id, "content_index", json => Named(json, "part", () => ResponsesJson.WriteText(json, "")));
        foreach (var piece in Pieces.Of(reply.Text))
        {
            yield return Part("response.output_text.delta", id, "content_index", json => json.WriteString("delta"u8, piece));
        }

        yield return Part("response.output_text.done", id, "content_index", json => json.WriteString("text"u8, reply.Text));
        yield return Part("response.content_part.done", id, "content_index", json => Named(json, "part", () => ResponsesJson.WriteText(json, reply.Text)));
        yield return Item("response.output_item.done", json => ResponsesJson.WriteMessage(json, reply, isWhole: true));
    }

    private ReadOnlyMemory<byte> Response(string type, bool isOver) =>
        Event(type, json => Named(json, "response", () => ResponsesJson.WriteResponse(json, reply, house, isOver)));

    private ReadOnlyMemory<byte> Item(string type, Action<Utf8JsonWriter> write) => Event(type, json =>
    {
        json.WriteNumber("output_index"u8, item);
        Named(json, "item", () => write(json));
    });

    private ReadOnlyMemory<byte> Part(string type, string id, string index, Action<Utf8JsonWriter> write) => Event(type, json =>
    {
        json.WriteString("item_id"u8, id);
        json.WriteNumber("output_index"u8, item);
        json.WriteNumber(index, 0);
        write(json);
    });

    private ReadOnlyMemory<byte> Event(string type, Action<Utf8JsonWriter> write) => JsonBytes.Event(type, write, (json, body) =>
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteNumber("sequence_number"u8, number++);
        body(json);
        json.WriteEndObject();
    });

    private static void Named(Utf8JsonWriter json, string name, Action write)
    {
        json.WritePropertyName(name);
        write();
    }
}
