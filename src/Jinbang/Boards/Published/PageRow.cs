using System.Text.RegularExpressions;

namespace Jinbang.Boards.Published;

/// <summary>A line of a page's table.</summary>
/// <param name="Line">Its place in the page, from 1.</param>
/// <param name="Text">The line as it stands there.</param>
internal sealed partial record PageRow(int Line, string Text)
{
    private const int LongestCell = 1000;
    private const int ShownText = 200;

    /// <summary>The cells, without the bars and the blanks around them.</summary>
    public IReadOnlyList<string> Cells => [.. Bar().Split(Inner(Text.Trim())).Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal))];

    /// <summary>What the cells of a row with so many columns say.</summary>
    /// <exception cref="BadInputException">They say something else than they should; names the line.</exception>
    public T Read<T>(int columns, Func<IReadOnlyList<string>, T> read)
    {
        try
        {
            var cells = Cells;
            return cells.Count != columns ? throw new FormatException($"{cells.Count} ≠ {columns}")
                : cells.Any(cell => cell.Length > LongestCell) ? throw new FormatException($"> {LongestCell}")
                : read(cells);
        }
        catch (Exception problem) when (problem is FormatException or OverflowException)
        {
            var shown = Text.Length > ShownText ? Text[..ShownText] + "…" : Text;
            throw new BadInputException(
                new(
                    $"Line {Line} of the page is not a row of a board ({problem.Message}): {shown}",
                    $"页面第 {Line} 行不是榜单的一行（{problem.Message}）：{shown}"),
                problem);
        }
    }

    private static string Inner(string line)
    {
        var start = line.StartsWith('|') ? 1 : 0;
        var end = line.Length > start && line.EndsWith('|') && !line.EndsWith("\\|", StringComparison.Ordinal) ? line.Length - 1 : line.Length;
        return line[start..end];
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();
}
