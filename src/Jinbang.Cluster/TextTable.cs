namespace Jinbang.Cluster;

/// <summary>Lines of text whose columns stand below each other.</summary>
internal static class TextTable
{
    /// <summary>Lays lines out.</summary>
    /// <param name="lines">Their cells, the head first; each as many.</param>
    public static string Of(IReadOnlyList<string[]> lines)
    {
        var widths = Enumerable.Range(0, lines[0].Length).Select(column => lines.Max(line => WidthOf(line[column]))).ToList();
        return string.Concat(lines.Select(line => string.Join("  ", line.Select((cell, at) => cell + new string(' ', widths[at] - WidthOf(cell)))).TrimEnd() + "\n"));
    }

    // Chinese letters take two places.
    private static int WidthOf(string cell) => cell.Sum(letter => letter >= '\u2e80' ? 2 : 1);
}
