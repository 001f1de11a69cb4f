namespace Jinbang.Boards.Published;

/// <summary>A table of a Markdown page.</summary>
/// <param name="Headings">The headings of its columns.</param>
/// <param name="Rows">The lines below the rule.</param>
internal sealed record PageTable(IReadOnlyList<string> Headings, IReadOnlyList<PageRow> Rows)
{
    private const int MostColumns = 200;
    private const int MostRows = 100_000;

    /// <summary>The tables of a page, from its top.</summary>
    /// <exception cref="BadInputException">A table is larger than any board.</exception>
    public static IEnumerable<PageTable> Of(string page)
    {
        var lines = page.TrimStart('\uFEFF').Split('\n');
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            if (lines[i].Contains('|') && IsRule(lines[i + 1]))
            {
                var headings = new PageRow(i + 1, lines[i]).Cells;
                var rows = lines.Skip(i + 2).TakeWhile(line => line.Contains('|')).Take(MostRows + 1).Select((line, at) => new PageRow(i + 3 + at, line.TrimEnd('\r'))).ToList();
                yield return headings.Count <= MostColumns && rows.Count <= MostRows ? new(headings, rows) : throw TooLarge(i + 1);
                i += 1 + rows.Count;
            }
        }
    }

    /// <summary>The column of a heading; -1 when there is none.</summary>
    public int Column(string heading) => Headings.TakeWhile(known => known != heading).Count() is var at && at < Headings.Count ? at : -1;

    private static bool IsRule(string line) =>
        line.Contains('-') && line.Contains('|') && line.AsSpan().Trim().IndexOfAnyExcept("|:- \t") < 0;

    private static BadInputException TooLarge(int line) => new(new(
        $"The table at line {line} of the page has more than {MostColumns} columns or {MostRows} rows.",
        $"页面第 {line} 行的表格超过 {MostColumns} 列或 {MostRows} 行。"));
}
