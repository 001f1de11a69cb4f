namespace Jinbang.Grading.Scanning;

/// <summary>Scans the labels by which a reply numbers its answers: "21.", "(1)", "第3题：", "1-5", "①", "Blank 2:".</summary>
internal static class PartLabel
{
    private const int LongestNumber = 3;
    private static readonly string[] Words = ["question", "blank", "part", "item", "no.", "第", "空", "q"];
    private static readonly string[] Endings = ["小题", "题", "空", "个空", "问"];

    /// <summary>After the label that begins at a place; null when none does.</summary>
    public static int? End(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length && text[at] is >= '①' and <= '⑳')
        {
            return Behind(text, at + 1);
        }

        var isBracketed = at < text.Length && text[at] is '(' or '[';
        var start = Word(text, isBracketed ? at + 1 : at);
        var digits = Mantissa.DigitsEnd(text, start);
        var isHan = digits == start;
        var number = isHan ? HanEnd(text, start) : digits;
        if (number == start || number - start > LongestNumber)
        {
            return null;
        }

        var end = Range(text, number) ?? number;
        foreach (var ending in Endings)
        {
            end += text[end..].StartsWith(ending) ? ending.Length : 0;
        }

        // "第一次世界大战" and "一楼" are no labels.
        if (isHan && !isBracketed && end == number && !text[end..].StartsWith("、"))
        {
            return null;
        }

        var isClosed = end < text.Length && text[end] is ')' or ']';
        var after = isClosed ? end + 1 : end;
        var isMarked = isClosed || start > at || (after < text.Length && text[after] is '.' or ':' or '、' or ' ' or '-' or '[' or '"' or (>= 'A' and <= 'J'));
        return isMarked && !(isBracketed && !isClosed) && !IsDecimal(text, after) ? Behind(text, after) : null;
    }

    private static int HanEnd(ReadOnlySpan<char> text, int at)
    {
        var limit = Math.Min(text.Length, at + LongestNumber + 1);
        while (at < limit && "一二三四五六七八九十".Contains(text[at]))
        {
            at++;
        }

        return at;
    }

    // "1-5", "1~5".
    private static int? Range(ReadOnlySpan<char> text, int at)
    {
        var isRange = at + 1 < text.Length && text[at] is '-' or '~' && char.IsAsciiDigit(text[at + 1]);
        return isRange && Mantissa.DigitsEnd(text, at + 1) is var end && end - at <= LongestNumber + 1 ? end : null;
    }

    private static int Word(ReadOnlySpan<char> text, int at)
    {
        foreach (var word in Words)
        {
            if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return Marks.SkipBlanks(text, at + word.Length);
            }
        }

        return at;
    }

    private static bool IsDecimal(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]);

    private static int Behind(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (text[at] is '.' or ':' or '、' or ')' or '*' or '_' or '-' or '=' or '"' || (Marks.IsSpace(text[at]) && text[at] != '\n')))
        {
            at++;
        }

        return at;
    }
}
