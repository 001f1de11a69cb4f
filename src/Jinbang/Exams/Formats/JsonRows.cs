using System.Text.Json;

namespace Jinbang.Exams.Formats;

/// <summary>Cuts JSON Lines files and JSON arrays into rows, each with its line.</summary>
internal static class JsonRows
{
    public const int MaxDepth = 32;
    private const int LargestRow = 8 << 20;

    /// <summary>Whether the text starts as JSON rows do.</summary>
    public static bool StartsAsJson(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n"u8) is [(byte)'[' or (byte)'{', ..];

    public static IEnumerable<JsonRow> Read(ReadOnlyMemory<byte> bytes)
    {
        var ordinal = 0;
        foreach (var (line, row, broken) in Slices(bytes))
        {
            ordinal++;
            using var document = broken is null ? Parse(row, out var fault) : Nothing(broken, out fault);
            yield return new JsonRow(ordinal, line, document?.RootElement ?? default, fault);
        }
    }

    private static IEnumerable<(int Line, ReadOnlyMemory<byte> Row, Phrase? Broken)> Slices(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.TrimStart(" \t\r\n"u8) is [(byte)'[', ..] ? new JsonArrayCursor(bytes).Rows() : Lines(bytes);

    private static IEnumerable<(int Line, ReadOnlyMemory<byte> Row, Phrase? Broken)> Lines(ReadOnlyMemory<byte> bytes)
    {
        for (var line = 1; bytes.Length > 0; line++)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            var row = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
            if (row.Span.ContainsAnyExcept(" \t\r"u8))
            {
                yield return (line, row, null);
            }
        }
    }

    private static JsonDocument? Nothing(Phrase? broken, out Phrase? fault)
    {
        fault = broken;
        return null;
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> row, out Phrase? fault)
    {
        if (row.Length > LargestRow)
        {
            fault = new("The row is longer than 8 MB.", "该行超过 8 MB。");
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(row, new JsonDocumentOptions { MaxDepth = MaxDepth });
            fault = document.RootElement.ValueKind == JsonValueKind.Object
                ? null
                : new("The row is not a JSON object.", "该行不是 JSON 对象。");
            return document;
        }
        catch (JsonException error)
        {
            fault = Broken(error);
            return null;
        }
    }

    /// <summary>Says where JSON breaks.</summary>
    public static Phrase Broken(JsonException error) => new(
        $"The JSON breaks here (byte {error.BytePositionInLine + 1} of the line): a quote, comma or bracket is missing, or it nests deeper than {MaxDepth}.",
        $"JSON 在此处中断（该行第 {error.BytePositionInLine + 1} 字节）：缺少引号、逗号或括号，或嵌套超过 {MaxDepth} 层。");
}
