namespace Jinbang.Grading.Scanning;

/// <summary>Finds where a reply goes on to a question, its own or another one that the model makes up.</summary>
internal static class NextQuestion
{
    private const int Most = 3;
    private const double Sure = 0.8;

    private static readonly FirstLetters Headings = new(["question", "q", "user", "human", "### question", "### instruction", "问题", "题目", "下一题", "用户"]);

    /// <summary>Where the next line begins, after a place, that is headed as a question; the end of the text without one.</summary>
    public static int After(ReadOnlySpan<char> text, int at)
    {
        while (text[at..].IndexOf('\n') is >= 0 and var found)
        {
            at += found + 1;
            if (IsHeading(text, SkipMarks(text, at)))
            {
                return at;
            }
        }

        return text.Length;
    }

    /// <summary>Reads a value: a reply that goes on to another question has answered ours before.</summary>
    /// <param name="text">The folded reply.</param>
    /// <param name="read">Reads a text without regard to further questions.</param>
    public static Reading FirstAnswer(string text, Func<string, Reading> read)
    {
        for (var (end, count) = (After(text, 0), 0); end < text.Length && count < Most; end = After(text, end), count++)
        {
            if (read(text[..end]) is { Kind: ReadingKind.Value, Confidence: > Sure } answer)
            {
                return answer;
            }
        }

        return read(text);
    }

    private static int SkipMarks(ReadOnlySpan<char> text, int at)
    {
        for (var limit = Math.Min(text.Length, at + Marks.LongestDressing); at < limit && (text[at] == ' ' || (Marks.IsOpener(text[at]) && text[at] != '#'));)
        {
            at++;
        }

        return at;
    }

    // "Question:", "Question 2:", "**Q:**", "问题2："; "问题在于" goes on.
    private static bool IsHeading(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || Headings.At(text, at) is not { } word)
        {
            return false;
        }

        var rest = text[(at + word.Length)..].TrimStart("0123456789 .*一二三四五六七八九十");
        return word[0] is '#' or '下' || rest is [':', ..];
    }
}
