using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Jinbang.Boards.Published;

/// <summary>A table in a CSV text.</summary>
/// <param name="Headings">The headings of its columns.</param>
/// <param name="Rows">The cells of the lines below.</param>
internal sealed record CsvTable(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const int MostColumns = 200;
    private const int MostRows = 100_000;
    private const int LongestCell = 10_000;

    /// <summary>The headings alone; null when the text is no CSV with at least two columns.</summary>
    public static IReadOnlyList<string>? HeadingsOf(string text)
    {
        using var parser = Open(text);
        return TryRead(parser) && parser.Record is { Length: >= 2 and <= MostColumns } headings ? [.. headings.Select(heading => heading.Trim())] : null;
    }

    /// <summary>All of a text that has headings.</summary>
    /// <exception cref="BadInputException">A row cannot be read, or the table is larger than any board; names the line.</exception>
    public static CsvTable Of(string text)
    {
        var headings = HeadingsOf(text)!;
        var rows = new List<IReadOnlyList<string>>();
        using var parser = Open(text);
        for (TryRead(parser); TryRead(parser);)
        {
            rows.Add(parser.Record!.Length == headings.Count && rows.Count < MostRows ? parser.Record! : throw new BadInputException(new(
                $"Line {parser.RawRow} has {parser.Record!.Length} cells and not {headings.Count}, or is one of more than {MostRows}.",
                $"第 {parser.RawRow} 行有 {parser.Record!.Length} 个单元格，应为 {headings.Count} 个；或总行数超过 {MostRows}。")));
        }

        return new(headings, rows);
    }

    /// <summary>The column of the first of these headings that there is; -1 when there is none. Case does not matter.</summary>
    public int Column(params IReadOnlyCollection<string> names) =>
        names.Select(name => Headings.Select((heading, at) => (heading, at)).Where(known => known.heading.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(known => known.at).FirstOrDefault(-1))
            .FirstOrDefault(at => at >= 0, -1);

    private static bool TryRead(CsvParser parser)
    {
        try
        {
            return parser.Read();
        }
        catch (CsvHelperException fault)
        {
            throw new BadInputException(new(
                $"Line {parser.RawRow} cannot be read as CSV: a cell is longer than {LongestCell} characters, or its quotes are not closed.",
                $"第 {parser.RawRow} 行不是有效的 CSV：单元格超过 {LongestCell} 字符，或引号没有闭合。"), fault);
        }
    }

    private static CsvParser Open(string text) => new(new StringReader(text.TrimStart('\uFEFF')), new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        MaxFieldSize = LongestCell,
        BadDataFound = null,
    });
}
