using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using static Jinbang.Models.Providers.Dialects.JsonWalk;

namespace Jinbang.Models.Providers.Dialects;

/// <summary>Reads bodies of OpenAI's responses in one pass.</summary>
/// <remarks>Documentation: platform.openai.com/docs/api-reference/responses/object and responses-streaming.</remarks>
internal static class OpenAiResponsesParser
{
    /// <summary>Reads one event of a stream.</summary>
    public static SseItemParser<ReplyPart> Event { get; } = static (_, data) =>
        data.IsEmpty ? default : data.SequenceEqual("[DONE]"u8) ? new ReplyPart { IsEnd = true } : ParseEvent(data);

    /// <summary>Reads a whole response.</summary>
    /// <exception cref="JsonException">It is not a JSON object, is nested too deeply, or holds broken text.</exception>
    public static ReplyPart Parse(ReadOnlySpan<byte> json)
    {
        var reader = Begin(json);
        var part = default(ReplyPart);
        ReadMembers(ref reader, ref part);
        reader.Read(); // nothing may follow
        part.Error = part.HasChoice && part.FinishReason != "failed" ? null : ErrorBody.Find(json.ToArray());
        return part;
    }

    private static ReplyPart ParseEvent(ReadOnlySpan<byte> json)
    {
        var reader = Begin(json);
        string? type = null;
        string? delta = null;
        var whole = default(ReplyPart);
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("type"u8))
            {
                type = ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("delta"u8))
            {
                delta = ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("response"u8))
            {
                ReadResponse(ref reader, ref whole);
            }
            else
            {
                reader.Skip();
            }
        }

        return type switch
        {
            "response.output_text.delta" => new ReplyPart { HasChoice = true, Text = delta },
            "response.refusal.delta" => new ReplyPart { HasChoice = true, Text = delta, FinishReason = "refusal" },
            "response.reasoning_summary_text.delta" or "response.reasoning_text.delta" => new ReplyPart { HasChoice = true, Thinking = delta },
            // The last event repeats the whole reply, whose words came before.
            "response.completed" or "response.incomplete" => whole with { Text = null, Thinking = null, IsEnd = true },
            "response.failed" => new ReplyPart { Error = ErrorBody.Find(ResponseOf(json)) ?? ErrorBody.Silent },
            "error" => new ReplyPart { Error = ErrorBody.Find(json.ToArray()) ?? ErrorBody.Silent },
            _ => new ReplyPart { Model = whole.Model },
        };
    }

    private static byte[] ResponseOf(ReadOnlySpan<byte> json)
    {
        using var document = JsonDocument.Parse(json.ToArray());
        return Encoding.UTF8.GetBytes(document.RootElement.TryGetProperty("response", out var response) ? response.GetRawText() : "{}");
    }

    private static void ReadResponse(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        if (Enter(ref reader))
        {
            ReadMembers(ref reader, ref part);
        }
    }

    private static void ReadMembers(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        string? status = null;
        string? reason = null;
        while (NextMember(ref reader))
        {
            if (reader.ValueTextEquals("output"u8))
            {
                ReadOutput(ref reader, ref part);
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                status = ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("model"u8))
            {
                part.Model = ReadString(ref reader);
            }
            else if (reader.ValueTextEquals("usage"u8))
            {
                part.Usage = TokenCounts.Read(ref reader);
            }
            else if (reader.ValueTextEquals("incomplete_details"u8))
            {
                reason = Member(ref reader, "reason"u8);
            }
            else
            {
                reader.Skip();
            }
        }

        part.HasChoice |= status is "completed" or "incomplete" or "failed";
        part.FinishReason ??= reason ?? status;
    }

    private static void ReadOutput(ref Utf8JsonReader reader, ref ReplyPart part)
    {
        for (var isList = EnterList(ref reader); isList && NextObject(ref reader);)
        {
            while (NextMember(ref reader))
            {
                if (reader.ValueTextEquals("content"u8))
                {
                    ReadContent(ref reader, ref part);
                }
                else if (reader.ValueTextEquals("summary"u8))
                {
                    part.Thinking = ReadWords(ref reader) ?? part.Thinking;
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
        for (var isList = EnterList(ref reader); isList && NextObject(ref reader);)
        {
            while (NextMember(ref reader))
            {
                if (reader.ValueTextEquals("text"u8))
                {
                    part.Text += ReadString(ref reader);
                }
                else if (reader.ValueTextEquals("refusal"u8))
                {
                    part.Text += ReadString(ref reader);
                    part.FinishReason = "refusal";
                }
                else
                {
                    reader.Skip();
                }
            }
        }
    }
}
