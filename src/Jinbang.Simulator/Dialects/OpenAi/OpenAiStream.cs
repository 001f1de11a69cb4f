using System.Text.Json;

namespace Jinbang.Simulator.Dialects.OpenAi;

/// <summary>A reply as chat completion chunks.</summary>
internal static class OpenAiStream
{
    private static readonly byte[] Done = "data: [DONE]\n\n"u8.ToArray();

    /// <summary>The role, the thinking, the text, the end, the tokens when they are wanted, and [DONE].</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Events(SimulatedReply reply, bool wantsUsage)
    {
        if (reply.HasChoices)
        {
            yield return Chunk(reply, "role", "assistant");
            foreach (var piece in Pieces.Of(reply.Thinking))
            {
                yield return Chunk(reply, "reasoning_content", piece);
            }

            foreach (var piece in Pieces.Of(reply.Text))
            {
                yield return Chunk(reply, "content", piece);
            }

            yield return Chunk(reply, null, null);
        }

        if (wantsUsage && reply.Usage is not null)
        {
            yield return JsonBytes.Event(reply, WriteUsageChunk);
        }

        yield return Done;
    }

    private static ReadOnlyMemory<byte> Chunk(SimulatedReply reply, string? part, string? text) =>
        JsonBytes.Event((reply, part, text), WriteChunk);

    private static void WriteChunk(Utf8JsonWriter json, (SimulatedReply Reply, string? Part, string? Text) chunk)
    {
        json.WriteStartObject();
        OpenAiParts.WriteHead(json, chunk.Reply, "chat.completion.chunk"u8);
        json.WriteStartArray("choices"u8);
        json.WriteStartObject();
        json.WriteNumber("index"u8, 0);
        json.WriteStartObject("delta"u8);
        if (chunk.Part is not null)
        {
            json.WriteString(chunk.Part, chunk.Text);
        }

        json.WriteEndObject();
        if (chunk.Part is null)
        {
            OpenAiParts.WriteFinish(json, chunk.Reply.Finish);
        }
        else
        {
            json.WriteNull("finish_reason"u8);
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteUsageChunk(Utf8JsonWriter json, SimulatedReply reply)
    {
        json.WriteStartObject();
        OpenAiParts.WriteHead(json, reply, "chat.completion.chunk"u8);
        json.WriteStartArray("choices"u8);
        json.WriteEndArray();
        OpenAiParts.WriteUsage(json, reply.Usage!);
        json.WriteEndObject();
    }
}
