using System.Net.ServerSentEvents;
using System.Text.Json;
using static Jinbang.Models.Providers.Dialects.JsonWalk;

namespace Jinbang.Models.Providers.Dialects;

/// <summary>Reads bodies of Anthropic's messages in one pass.</summary>
/// <remarks>Documentation: docs.anthropic.com/en/api/messages and /en/docs/build-with-claude/streaming. Usage comes in two parts:
/// the prompt's at the beginning, the reply's at the end.</remarks>
internal static class AnthropicParser
{
    /// <summary>Reads one event of a stream; its name is also in its data.</summary>
    public static SseItemParser<ReplyPart> Event { get; } = static (_, data) => data.IsEmpty ? default : Parse(data);

    /// <summary>Reads a whole message, or an event of a streamed one.</summary>
    /// <exception cref="JsonException">It is not a JSON object, is nested too deeply, or holds broken text.</exception>
    public static ReplyPart Parse(ReadOnlySpan<byte> json)
    {
        var reader = Begin(json);
        var part = default(ReplyPart);
        var type = ReadMessage(ref reader, ref part);
        reader.Read(); // nothing may follow
        part.HasChoice = type is "message" or "message_start" or "content_block_delta" or "content_block_start";
        part.IsEnd = type == "message_stop";
        part.Error = type == "error" || (type is null && !part.HasWords) ? ErrorBody.Find(json.ToArray()) : null;
        return part;
    }

    // A message, the wrapper of one, and what follows it have members of different names, so that one pass reads all.
    private static string? ReadMessage(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        string? type = null;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("type"u8))
            {
                type = ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("model"u8))
            {
                part.Model = ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("stop_reason"u8))
            {
                part.FinishReason = ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("usage"u8))
            {
                part.Usage = TokenCounts.Read(ref reader, mayBePart: true);
            }
            else if (reader.ValueTextEquals("content"u8))
            {
                ReadBlocks(ref reader, ref part);
            }
            else if (reader.ValueTextEquals("delta"u8) || reader.ValueTextEquals("content_block"u8) || reader.ValueTextEquals("message"u8))
            {
                ReadInner(ref reader, ref part);
            }
            else
            {
                ReadWords(ref reader, ref part);
            }
        }

        return type;
    }

    private static void ReadWords(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        if (reader.ValueTextEquals("text"u8))
        {
            part.Text += ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("thinking"u8))
        {
            part.Thinking += ReadString(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    private static void ReadInner(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        if (Enter(ref reader))
        {
            _ = ReadMessage(ref reader, ref part);
        }
    }

    private static void ReadBlocks(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        for (var isList = EnterList(ref reader); isList && NextObject(ref reader);)
        {
            _ = ReadMessage(ref reader, ref part);
        }
    }
}
