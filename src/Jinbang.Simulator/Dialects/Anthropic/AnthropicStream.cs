using System.Text.Json;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.Anthropic;

/// <summary>A reply as the named events of a message.</summary>
internal static class AnthropicStream
{
    /// <summary>The message's head, a ping, each block piece by piece, the end with its tokens.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Events(SimulatedReply reply, House house)
    {
        yield return JsonBytes.Event("message_start", reply, WriteStart);
        yield return JsonBytes.Event("ping", "ping", WriteBare);
        var index = 0;
        if (reply.Thinking.Length > 0)
        {
            yield return JsonBytes.Event("content_block_start", index, static (json, at) => WriteBlockStart(json, at, isThinking: true));
            foreach (var piece in Pieces.Of(reply.Thinking))
            {
                yield return Delta(index, "thinking_delta", "thinking", piece);
            }

            yield return Delta(index, "signature_delta", "signature", AnthropicParts.Signature);
            yield return JsonBytes.Event("content_block_stop", index++, WriteBlockStop);
        }

        if (reply is { HasChoices: true, Text.Length: > 0 })
        {
            yield return JsonBytes.Event("content_block_start", index, static (json, at) => WriteBlockStart(json, at, isThinking: false));
            foreach (var piece in Pieces.Of(reply.Text))
            {
                yield return Delta(index, "text_delta", "text", piece);
            }

            yield return JsonBytes.Event("content_block_stop", index, WriteBlockStop);
        }

        yield return JsonBytes.Event("message_delta", (reply, house.Finishes[reply.Finish]), WriteEnd);
        yield return JsonBytes.Event("message_stop", "message_stop", WriteBare);
    }

    private static ReadOnlyMemory<byte> Delta(int index, string type, string name, string piece) =>
        JsonBytes.Event("content_block_delta", (index, type, name, piece), WriteDelta);

    private static void WriteStart(Utf8JsonWriter json, SimulatedReply reply)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "message_start"u8);
        json.WriteStartObject("message"u8);
        AnthropicParts.WriteHead(json, reply);
        json.WriteStartArray("content"u8);
        json.WriteEndArray();
        json.WriteNull("stop_reason"u8);
        json.WriteNull("stop_sequence"u8);
        AnthropicParts.WriteUsage(json, reply.Usage, 1);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBlockStart(Utf8JsonWriter json, int index, bool isThinking)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "content_block_start"u8);
        json.WriteNumber("index"u8, index);
        json.WritePropertyName("content_block"u8);
        if (isThinking)
        {
            AnthropicParts.WriteThinking(json, "", "");
        }
        else
        {
            AnthropicParts.WriteText(json, "");
        }

        json.WriteEndObject();
    }

    private static void WriteDelta(Utf8JsonWriter json, (int Index, string Type, string Name, string Piece) delta)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "content_block_delta"u8);
        json.WriteNumber("index"u8, delta.Index);
        json.WriteStartObject("delta"u8);
        json.WriteString("type"u8, delta.Type);
        json.WriteString(delta.Name, delta.Piece);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteBlockStop(Utf8JsonWriter json, int index)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "content_block_stop"u8);
        json.WriteNumber("index"u8, index);
        json.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter json, (SimulatedReply Reply, string Finish) end)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "message_delta"u8);
        json.WriteStartObject("delta"u8);
        json.WriteString("stop_reason"u8, end.Finish);
        json.WriteNull("stop_sequence"u8);
        json.WriteEndObject();
        AnthropicParts.WriteUsage(json, end.Reply.Usage, end.Reply.Usage?.Completion ?? 0);
        json.WriteEndObject();
    }

    private static void WriteBare(Utf8JsonWriter json, string type)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteEndObject();
    }
}
