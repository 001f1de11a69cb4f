namespace Jinbang.Grading.Scanning;

/// <summary>Scans what stands behind a number: words for powers of ten, percent signs, units.</summary>
internal static class Scale
{
    // Longest first within a beginning.
    private static readonly (string Word, int Power)[] Powers =
    [
        ("万亿", 12), ("万", 4), ("亿", 8), ("千万", 7), ("百万", 6), ("千", 3), ("百", 2), ("hundred", 2), ("thousand", 3),
        ("million", 6), ("billion", 9), ("trillion", 12), ("bn", 9), ("k", 3),
    ];

    private static readonly string[] Percents = ["%", "\\%", "percent", "per cent", "个百分点", "\\text{%}", "\\text{ percent}"];

    /// <summary>Whether the character stands before sums of money.</summary>
    public static bool IsCurrency(char c) => c is '$' or '¥' or '￥' or '€' or '£' or '₹';

    /// <summary>After the words for powers of ten behind a number.</summary>
    public static int End(ReadOnlySpan<char> text, int end, out int power)
    {
        power = 0;
        for (var isMore = true; isMore;)
        {
            isMore = false;
            var at = Marks.SkipBlanks(text, end);
            foreach (var (word, ten) in Powers)
            {
                if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && Marks.IsWordEdge(text, at + word.Length)
                    && (word != "k" || (at == end && text[at] == 'k')) && power < 24 && !IsWeight(text, at + word.Length, word))
                {
                    (power, end, isMore) = (power + ten, at + word.Length, true);
                    break;
                }
            }
        }

        return end;
    }

    /// <summary>What the word for a power of ten makes of a unit such as 万元 or "million dollars": 10,000 or 1,000,000; else 1.</summary>
    public static decimal Of(string unit)
    {
        End(unit, 0, out var power);
        return Enumerable.Repeat(10m, power).Aggregate(1m, (product, ten) => product * ten);
    }

    /// <summary>After the percent sign or the unit behind a number; the unit as a reading writes it, "" when there is none.</summary>
    public static int UnitEnd(ReadOnlySpan<char> text, int end, out string unit)
    {
        unit = "";
        var at = Marks.SkipBlanks(text, end);
        foreach (var percent in Percents)
        {
            if (text[at..].StartsWith(percent, StringComparison.OrdinalIgnoreCase) && Marks.IsWordEdge(text, at + percent.Length))
            {
                unit = "%";
                return at + percent.Length;
            }
        }

        if (Unit.At(text, at, out var after) is { } known)
        {
            unit = " " + known;
            return after;
        }

        return end;
    }

    // 千克 and 千米 are units of their own, 百分 begins percent.
    private static bool IsWeight(ReadOnlySpan<char> text, int at, string word) =>
        word is "千" or "百" && at < text.Length && text[at] is '克' or '米' or '瓦' or '焦' or '帕' or '卡' or '赫' or '伏' or '分' or '升';
}
