using System.Buffers;

namespace Jinbang.Grading.Scanning;

/// <summary>Finds where a reply goes on to a question, its own or another one that the model makes up.</summary>
internal static class NextQuestion
{
    private static readonly SearchValues<string> Headings = SearchValues.Create(
        ["question", "q:", "user:", "human:", "### instruction", "问题", "题目", "下一题", "用户:"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the next line begins, at or after a place but not at 0, that is headed as a question; the end of the text without one.</summary>
    public static int From(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at..].IndexOfAny(Headings) is >= 0 and var found)
        {
            at += found;
            if (LineStart(text, at) is > 0 and var line && IsHeading(text, at))
            {
                return line;
            }

            at++;
        }

        return text.Length;
    }

    // Only dressing may stand before it.
    private static int LineStart(ReadOnlySpan<char> text, int at)
    {
        var line = at;
        while (line > 0 && at - line < 8 && (text[line - 1] is ' ' || Marks.IsOpener(text[line - 1])))
        {
            line--;
        }

        return line > 0 && text[line - 1] == '\n' ? line : 0;
    }

    // "Question:", "Question 2:", "问题2："; "问题在于" goes on.
    private static bool IsHeading(ReadOnlySpan<char> text, int at)
    {
        var line = text[at..Math.Min(text.Length, at + 20)];
        var colon = line.IndexOf(':');
        var end = line.IndexOf('\n');
        return line[0] is '#' or '下' || (colon > 0 && (end < 0 || colon < end) && line[..colon].TrimEnd("0123456789 .*一二三四五六七八九十").Length <= 8);
    }
}
