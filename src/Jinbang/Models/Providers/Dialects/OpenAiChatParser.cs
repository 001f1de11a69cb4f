using System.Net.ServerSentEvents;
using System.Text.Json;
using static Jinbang.Models.Providers.Dialects.JsonWalk;

namespace Jinbang.Models.Providers.Dialects;

/// <summary>Reads bodies of the OpenAI chat-completions dialect in one pass, without building a tree.</summary>
internal static class OpenAiChatParser
{
    /// <summary>Reads one event of a stream.</summary>
    public static SseItemParser<ReplyPart> Event { get; } = static (_, data) =>
        data.SequenceEqual("[DONE]"u8) ? new ReplyPart { IsEnd = true }
        : data.IsEmpty ? default
        : Parse(data);

    /// <summary>Reads a body.</summary>
    /// <exception cref="JsonException">It is not a JSON object, is nested too deeply, or holds broken text.</exception>
    public static ReplyPart Parse(ReadOnlySpan<byte> json)
    {
        var part = default(ReplyPart);
        var reader = Begin(json);
        var toldError = false;
        var toldChoices = false;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("choices"u8))
            {
                toldChoices = true;
                ReadChoices(ref reader, ref part);
            }
            else if (reader.ValueTextEquals("model"u8))
            {
                part.Model = ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("usage"u8))
            {
                part.Usage = TokenCounts.Read(ref reader) ?? part.Usage;
            }
            else
            {
                var isError = reader.ValueTextEquals("error"u8);
                reader.Read();
                toldError |= isError && reader.TokenType != JsonTokenType.Null;
                reader.Skip();
            }
        }

        reader.Read(); // nothing may follow
        part.Error = toldError || !toldChoices ? ErrorBody.Find(json.ToArray()) : null;
        return part;
    }

    private static void ReadChoices(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        if (!EnterList(ref reader))
        {
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (part.HasChoice || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip(); // only one was asked for
                continue;
            }

            part.HasChoice = true;
            ReadChoice(ref reader, ref part);
        }
    }

    private static void ReadChoice(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        string? finish = null;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("message"u8) || reader.ValueTextEquals("delta"u8))
            {
                ReadMessage(ref reader, ref part);
            }
            else if (reader.ValueTextEquals("finish_reason"u8))
            {
                finish = ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("usage"u8))
            {
                // Moonshot tells a stream's tokens here.
                part.Usage = TokenCounts.Read(ref reader) ?? part.Usage;
            }
            else
            {
                reader.Skip();
            }
        }

        part.FinishReason ??= finish;
    }

    private static void ReadMessage(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        if (!Enter(ref reader))
        {
            return;
        }

        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("content"u8))
            {
                part.Text = ReadWords(ref reader) ?? part.Text;
            }
            else if (reader.ValueTextEquals("reasoning_content"u8) || reader.ValueTextEquals("reasoning"u8))
            {
                // Some gateways send the same thinking under both names.
                part.Thinking = ReadWords(ref reader) ?? part.Thinking;
            }
            else if (reader.ValueTextEquals("refusal"u8))
            {
                ReadRefusal(ref reader, ref part);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private static void ReadRefusal(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        if (ReadWords(ref reader) is { } refusal)
        {
            part.Text ??= refusal;
            part.FinishReason = "refusal";
        }
    }
}
