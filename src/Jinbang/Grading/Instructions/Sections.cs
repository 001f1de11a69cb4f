using System.Buffers;

namespace Jinbang.Grading.Instructions;

/// <summary>Sections such as "SECTION 1": IFEval's detectable_format:multiple_sections.</summary>
internal static class Sections
{
    private const int LongestNumber = 20;
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789０１２３４５６７８９〇零一二三四五六七八九十百千两");

    /// <summary>The number of times that the mark of a section stands with a number behind it, a blank between them or not.</summary>
    /// <param name="mark">The word that marks a section; in Chinese also with X for the number, such as "第X节".</param>
    /// <param name="text">The reply.</param>
    /// <param name="isChinese">Whether Chinese numerals count, and 第 with a number before the mark.</param>
    public static int Count(string mark, string text, bool isChinese)
    {
        var hole = isChinese && mark.Any(Signs.IsHan) ? mark.AsSpan().IndexOfAny("XxN") : -1;
        var (head, tail) = hole < 0 ? (mark, "") : (mark[..hole].TrimEnd(), mark[(hole + 1)..].TrimStart());
        var count = 0;
        for (var at = 0; head.Length > 0 && (at = text.IndexOf(head, at, StringComparison.Ordinal)) >= 0;)
        {
            var end = at + head.Length;
            var isNumbered = NumberEnd(text, end, isChinese) is { } number
                && (tail.Length == 0 || text.AsSpan(SkipBlank(text, number)).StartsWith(tail, StringComparison.Ordinal));
            count += isNumbered || (isChinese && hole < 0 && IsOrdinal(text, at)) ? 1 : 0;
            at = end;
        }

        return count;
    }

    private static int? NumberEnd(string text, int at, bool isChinese)
    {
        var start = SkipBlank(text, at);
        var end = start;
        while (end < text.Length && IsNumeral(text[end], isChinese))
        {
            end++;
        }

        return end > start ? end : null;
    }

    // 第一 before the mark, as in 第一部分.
    private static bool IsOrdinal(string text, int at)
    {
        var end = at > 0 && char.IsWhiteSpace(text[at - 1]) ? at - 1 : at;
        var start = end;
        while (start > 0 && end - start < LongestNumber && IsNumeral(text[start - 1], isChinese: true))
        {
            start--;
        }

        return start < end && start > 0 && text[start - 1] == '第';
    }

    private static int SkipBlank(string text, int at) => at < text.Length && char.IsWhiteSpace(text[at]) ? at + 1 : at;

    private static bool IsNumeral(char c, bool isChinese) => isChinese ? Numerals.Contains(c) : char.IsDigit(c);
}
