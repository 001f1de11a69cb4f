using System.Text.Json;
using System.Text.Unicode;
using Jinbang.Exams;
using Jinbang.Exams.Drafts;

namespace Jinbang.Runs.Logs;

/// <summary>One line of replies that are to be read without keys.</summary>
/// <param name="Id">Where its id stands in the line; empty without one.</param>
/// <param name="Kind">The kind of question, or null when the line does not tell.</param>
/// <param name="Options">The options in letter order; empty without.</param>
/// <param name="Text">The reply.</param>
internal readonly record struct ReplyLine(Range Id, QuestionKind? Kind, IReadOnlyList<Option> Options, string Text)
{
    /// <summary>Reads a line.</summary>
    /// <param name="line">The line's bytes.</param>
    /// <param name="place">Where it stands.</param>
    /// <exception cref="BadInputException">It cannot be used.</exception>
    public static ReplyLine Read(ReadOnlySpan<byte> line, SourcePlace place)
    {
        if (!Utf8.IsValid(line))
        {
            throw Bad(place, new("the line is not UTF-8. Save the file as UTF-8.", "该行不是 UTF-8。请把文件另存为 UTF-8。"));
        }

        try
        {
            return Read(line);
        }
        catch (JsonException fault)
        {
            var at = fault.BytePositionInLine + 1;
            throw Bad(
                place,
                new(
                    $"the line is not a JSON object of texts{(at is null ? "" : $": it breaks at byte {at}")}. Write {Form}.",
                    $"该行不是由文本组成的 JSON 对象{(at is null ? "" : $"，在第 {at} 字节处中断")}。请写成 {Form}。"),
                fault);
        }
        catch (BadInputException fault)
        {
            throw Bad(place, fault.Problem, fault);
        }
    }

    private const string Form = """{"id": "q1", "options": {"A": "…", "B": "…"}, "reply": "…"}""";

    private static ReplyLine Read(ReadOnlySpan<byte> line)
    {
        var reader = JsonLine.Open(line);
        var (id, kind, options, text) = (default(Range), (QuestionKind?)null, (IReadOnlyList<Option>)[], (string?)null);
        while (JsonLine.NextName(ref reader))
        {
            if (reader.ValueTextEquals("reply"u8))
            {
                text = JsonLine.Text(ref Value(ref reader));
            }
            else if (reader.ValueTextEquals("id"u8))
            {
                id = IdAt(ref Value(ref reader));
            }
            else if (reader.ValueTextEquals("options"u8))
            {
                options = LoggedOptions.Read(ref Value(ref reader));
            }
            else if (reader.ValueTextEquals("kind"u8))
            {
                kind = KindOf(JsonLine.Text(ref Value(ref reader)));
            }
            else
            {
                reader.Skip();
            }
        }

        return new(id, kind, options, text ?? throw new BadInputException(new(
            $"the line has no reply. Write {Form}.", $"该行没有 reply。请写成 {Form}。")));
    }

    private static ref Utf8JsonReader Value(ref Utf8JsonReader reader)
    {
        reader.Read();
        return ref reader;
    }

    private static Range IdAt(ref Utf8JsonReader reader)
    {
        _ = JsonLine.Text(ref reader);
        return (int)reader.TokenStartIndex..(int)reader.BytesConsumed;
    }

    private static QuestionKind? KindOf(string word) => word.Length == 0 ? null : KindWords.Find(word) switch
    {
        null => throw new BadInputException(KindWords.Unknown(word)),
        QuestionKind.Instructions => throw new BadInputException(new(
            "whether a reply follows instructions cannot be read without them. Grade it by its exam with `jinbang grade`.",
            "没有指令就无法判断是否遵循。请用 `jinbang grade` 按题库评分。")),
        var kind => kind,
    };

    private static BadInputException Bad(SourcePlace place, Phrase what, Exception? fault = null) =>
        new(new($"{place}: {what.English}", $"{place}：{what.Chinese}"), fault);
}
