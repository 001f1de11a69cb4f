namespace Jinbang.Grading.Instructions;

/// <summary>A title: IFEval's detectable_format:title, such as &lt;&lt;poem of joy&gt;&gt;; in Chinese also 《欢乐颂》.</summary>
internal static class Title
{
    /// <summary>Whether some line has a title that is not empty.</summary>
    public static bool Occurs(string text, bool isChinese)
    {
        foreach (var line in text.AsSpan().Split('\n'))
        {
            if (Occurs(text.AsSpan(line), "<<", ">>") || (isChinese && Occurs(text.AsSpan(line), "《", "》")))
            {
                return true;
            }
        }

        return false;
    }

    // From the first opening mark of the line to the last closing one.
    private static bool Occurs(ReadOnlySpan<char> line, string open, string close)
    {
        var start = line.IndexOf(open);
        var end = line.LastIndexOf(close);
        return start >= 0 && end > start + open.Length
            && !line[start..(end + close.Length)].TrimStart(open[0]).TrimEnd(close[0]).IsWhiteSpace();
    }
}
