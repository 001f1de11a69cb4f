using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Jinbang.Exams.Formats;

/// <summary>Cuts a CSV text into rows, each with the line it starts on.</summary>
internal static class CsvRows
{
    private const int LongestField = 1 << 20;

    public static IEnumerable<TableRow> Read(ExamFile file)
    {
        using var parser = new CsvParser(new StringReader(file.Text), Configuration(file.Text));
        for (var line = 1; Next(parser, file, line) is { } row; line = parser.RawRow + 1)
        {
            yield return row;
            if (row.Fault is not null)
            {
                yield break;
            }
        }
    }

    // Only the last record can hold a quote that is never closed: it swallows the rest of the file.
    private static bool IsUnclosed(CsvParser parser, ExamFile file) =>
        parser.CharCount >= file.Text.Length
        && parser.RawRecord.Count(c => c == '"') % 2 == 1
        && parser.Record!.Any(cell => cell.Contains('\n') || cell.Length > 0 && parser.RawRecord.EndsWith($"\"{cell}", StringComparison.Ordinal));

    private static TableRow? Next(CsvParser parser, ExamFile file, int line)
    {
        var place = new SourcePlace(file.Path, line);
        try
        {
            return !parser.Read() ? null
                : !IsUnclosed(parser, file) ? new TableRow(place, parser.Record!)
                : new TableRow(place, [], new(
                    "A quote (\") opened in this row is never closed; close it, or double it to mean the sign itself.",
                    "本行打开的引号（\"）没有闭合；请补上，或写两个引号表示引号本身。"));
        }
        catch (CsvHelperException)
        {
            return new TableRow(place, [], new("A cell of this row is longer than a million characters.", "本行有单元格超过一百万字符。"));
        }
    }

    private static CsvConfiguration Configuration(string text) => new(CultureInfo.InvariantCulture)
    {
        // Excel saves "Unicode text" with tabs.
        Delimiter = text.AsSpan(0, Math.Max(0, text.IndexOf('\n'))) is var first && first.Contains('\t') && !first.Contains(',') ? "\t" : ",",
        HasHeaderRecord = false,
        IgnoreBlankLines = false,
        MaxFieldSize = LongestField,
        BadDataFound = null,
    };
}
