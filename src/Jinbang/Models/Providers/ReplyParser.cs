using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace Jinbang.Models.Providers;

/// <summary>Reads bodies of the OpenAI chat-completions dialect in one pass, without building a tree.</summary>
internal static class ReplyParser
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
        var reader = new Utf8JsonReader(json.StartsWith("\uFEFF"u8) ? json[3..] : json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Not an object.");
        }

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
                part.Usage = TokenCounts.Read(ref reader);
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
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
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
            else
            {
                SkipValue(ref reader);
            }
        }

        part.FinishReason ??= finish;
    }

    private static void ReadMessage(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
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
                SkipValue(ref reader);
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

    // Words are a string, or a list of parts with a text each; null when there are none.
    private static string? ReadWords(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Words(ref reader);
        }

        var words = new StringBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (NextMember(ref reader))
            {
                var isText = reader.ValueTextEquals("text"u8);
                reader.Read();
                words.Append(isText ? Words(ref reader) : null);
                reader.Skip();
            }
        }

        return words.Length > 0 ? words.ToString() : null;
    }

    private static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        return Words(ref reader);
    }

    private static string? Words(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            reader.Skip();
            return null;
        }

        try
        {
            return reader.GetString() is { Length: > 0 } words ? words : null;
        }
        catch (InvalidOperationException fault)
        {
            throw new JsonException("Broken text.", fault);
        }
    }

    private static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
