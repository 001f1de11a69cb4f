using System.Text;
using System.Text.Json;
using Jinbang.Simulator.Houses;

namespace Jinbang.Simulator.Dialects.OpenAi;

/// <summary>A reply as chat completion chunks.</summary>
internal sealed class OpenAiStream(House house)
{
    private static readonly byte[] Done = "data: [DONE]\n\n"u8.ToArray();

    private readonly OpenAiParts parts = new(house);
    private readonly byte[] opening = Encoding.UTF8.GetBytes(house.StreamOpening);

    /// <summary>The role, the thinking, the text, the end, the tokens where and when the house tells them, and [DONE].</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Events(SimulatedReply reply, bool wantsUsage)
    {
        if (opening.Length > 0)
        {
            yield return opening;
        }

        if (reply.HasChoices)
        {
            yield return Chunk(new(reply, IsFirst: true));
            foreach (var piece in Pieces.Of(reply.Thinking))
            {
                yield return Chunk(new(reply, Thinking: piece));
            }

            foreach (var piece in Pieces.Of(reply.Text))
            {
                yield return Chunk(new(reply, Text: piece));
            }

            yield return Chunk(new(reply, IsLast: true));
        }

        if (reply.Usage is not null && HasUsageEvent(wantsUsage))
        {
            yield return JsonBytes.Event(reply, WriteUsageChunk);
        }

        yield return Done;
    }

    private bool HasUsageEvent(bool wantsUsage) => house.Usage switch
    {
        StreamUsage.Asked or StreamUsage.InChoice or StreamUsage.XGroq => wantsUsage,
        StreamUsage.OwnEvent => true,
        StreamUsage.LastEvent or StreamUsage.EveryEvent => false,
    };

    private ReadOnlyMemory<byte> Chunk(Delta delta) => JsonBytes.Event(delta, WriteChunk);

    private void WriteChunk(Utf8JsonWriter json, Delta delta)
    {
        json.WriteStartObject();
        OpenAiParts.WriteHead(json, delta.Reply, "chat.completion.chunk"u8);
        json.WriteStartArray("choices"u8);
        json.WriteStartObject();
        json.WriteNumber("index"u8, 0);
        json.WriteStartObject("delta"u8);
        if (delta.IsFirst)
        {
            json.WriteString("role"u8, "assistant"u8);
        }

        OpenAiParts.WriteWords(json, delta.Reply.Thought, delta.Thinking, delta.Text);
        json.WriteEndObject();
        if (delta.IsLast)
        {
            parts.WriteFinish(json, delta.Reply.Finish);
        }
        else
        {
            json.WriteNull("finish_reason"u8);
        }

        WriteUsage(json, delta, StreamUsage.InChoice);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteUsage(json, delta, StreamUsage.EveryEvent);
        WriteUsage(json, delta, StreamUsage.LastEvent);
        WriteUsage(json, delta, StreamUsage.XGroq);
        parts.WriteExtra(json);
        json.WriteEndObject();
    }

    private void WriteUsage(Utf8JsonWriter json, Delta delta, StreamUsage here)
    {
        if (house.Usage != here || delta.Reply.Usage is not { } usage || !(delta.IsLast || here == StreamUsage.EveryEvent))
        {
            return;
        }

        if (here == StreamUsage.XGroq)
        {
            json.WriteStartObject("x_groq"u8);
            json.WriteString("id"u8, delta.Reply.Id);
            parts.WriteUsage(json, usage);
            json.WriteEndObject();
        }
        else
        {
            parts.WriteUsage(json, usage);
        }
    }

    private void WriteUsageChunk(Utf8JsonWriter json, SimulatedReply reply)
    {
        json.WriteStartObject();
        OpenAiParts.WriteHead(json, reply, "chat.completion.chunk"u8);
        json.WriteStartArray("choices"u8);
        json.WriteEndArray();
        parts.WriteUsage(json, reply.Usage!);
        parts.WriteExtra(json);
        json.WriteEndObject();
    }
}
