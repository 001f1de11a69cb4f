using System.Net.ServerSentEvents;
using System.Text.Json;
using Microsoft.Extensions.AI;
using static Jinbang.Models.Providers.Dialects.JsonWalk;

namespace Jinbang.Models.Providers.Dialects;

/// <summary>Reads bodies of Google's generateContent in one pass; a stream's events have the form of whole replies.</summary>
/// <remarks>Documentation: ai.google.dev/api/generate-content.</remarks>
internal static class GeminiParser
{
    /// <summary>Reads one event of a stream.</summary>
    public static SseItemParser<ReplyPart> Event { get; } = static (_, data) => data.IsEmpty ? default : Parse(data);

    /// <summary>Reads a body.</summary>
    /// <exception cref="JsonException">It is not a JSON object, is nested too deeply, or holds broken text.</exception>
    public static ReplyPart Parse(ReadOnlySpan<byte> json)
    {
        var reader = Begin(json);
        var part = default(ReplyPart);
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("candidates"u8))
            {
                ReadCandidates(ref reader, ref part);
            }
            else if (reader.ValueTextEquals("usageMetadata"u8))
            {
                part.Usage = TokenCounts.Read(ref reader);
            }
            else if (reader.ValueTextEquals("modelVersion"u8))
            {
                part.Model = ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("promptFeedback"u8))
            {
                Block(ref reader, ref part);
            }
            else
            {
                reader.Skip();
            }
        }

        reader.Read(); // nothing may follow
        part.Error = part.HasChoice ? null : ErrorBody.Find(json.ToArray());
        return part;
    }

    // A blocked prompt has no candidates: the reply is withheld.
    private static void Block(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        if (Member(ref reader, "blockReason"u8) is not null)
        {
            part.HasChoice = true;
            part.FinishReason = ChatFinishReason.ContentFilter.Value;
        }
    }

    private static void ReadCandidates(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        for (var isList = EnterList(ref reader); isList && NextObject(ref reader);)
        {
            part.HasChoice = true;
            while (NextMember(ref reader))
            {
                if (reader.ValueTextEquals("finishReason"u8))
                {
                    part.FinishReason = ReadString(ref reader);
                }
                else if (reader.ValueTextEquals("content"u8))
                {
                    ReadContent(ref reader, ref part);
                }
                else
                {
                    reader.Skip();
                }
            }
        }
    }

    private static void ReadContent(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        for (var isObject = Enter(ref reader); isObject && NextMember(ref reader);)
        {
            if (reader.ValueTextEquals("parts"u8))
            {
                ReadParts(ref reader, ref part);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void ReadParts(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        for (var isList = EnterList(ref reader); isList && NextObject(ref reader);)
        {
            ReadPart(ref reader, ref part);
        }
    }

    private static void ReadPart(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        string? words = null;
        var isThought = false;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("text"u8))
            {
                words = ReadString(ref reader);
            }
            else
            {
                var tellsThought = reader.ValueTextEquals("thought"u8);
                reader.Read();
                isThought |= tellsThought && reader.TokenType == JsonTokenType.True;
                reader.Skip();
            }
        }

        if (isThought)
        {
            part.Thinking += words;
        }
        else
        {
            part.Text += words;
        }
    }
}
