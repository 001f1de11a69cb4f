namespace Jinbang.Grading.Scanning;

/// <summary>Reads numbers written in Chinese numerals: 十二, 一千二百, 三点五, 三分之二, 百分之四十五.</summary>
internal static class HanNumber
{
    private const string Ones = "零一二三四五六七八九";
    private const int Longest = 40;
    private const string NoNumberAfterOne = "共样般起定些直致切下种旦点边方面律概向如经则";

    /// <summary>The numeral that begins at a place, in canonical form; null when none does.</summary>
    public static string? At(ReadOnlySpan<char> text, int at, out int end)
    {
        end = at;
        if (at > 0 && text[at - 1] is '第' or '唯' or '统' or '星' or '周')
        {
            return null;
        }

        var isNegative = text[at] == '负';
        var start = isNegative ? at + 1 : at;
        if (text[start..].StartsWith("一半"))
        {
            end = start + 2;
            return "0.5";
        }

        var value = text[start..].StartsWith("百分之") ? Decimal(text, start + 3, out end) : Rational(text, start, out end);
        if (value is null || (end == start + 1 && text[start] == '一' && end < text.Length && NoNumberAfterOne.Contains(text[end])))
        {
            return null;
        }

        var isPercent = text[start..].StartsWith("百分之");
        return (isNegative ? "-" : "") + Quantity.Spell(value.Value) + (isPercent ? "%" : "");
    }

    private static decimal? Rational(ReadOnlySpan<char> text, int at, out int end)
    {
        if (Decimal(text, at, out end) is not { } first)
        {
            return null;
        }

        if (text[end..].StartsWith("又") && Decimal(text, end + 1, out var under) is not null and { } below && Over(text, under, below, out var mixed) is { } part)
        {
            end = mixed;
            return first + part;
        }

        if (Over(text, end, first, out var over) is { } fraction)
        {
            end = over;
            return fraction;
        }

        return first;
    }

    private static decimal? Over(ReadOnlySpan<char> text, int at, decimal under, out int end)
    {
        end = at;
        return text[at..].StartsWith("分之") && under != 0 && Decimal(text, at + 2, out end) is { } upper ? upper / under : null;
    }

    private static decimal? Decimal(ReadOnlySpan<char> text, int at, out int end)
    {
        if (Whole(text, at, out end) is not { } whole)
        {
            return null;
        }

        if (end + 1 >= text.Length || text[end] != '点' || Digit(text[end + 1]) is null)
        {
            return whole;
        }

        var place = 0.1m;
        var limit = Math.Min(text.Length, at + Longest);
        for (end++; end < limit && Digit(text[end]) is { } digit; end++)
        {
            whole += digit * place;
            place /= 10;
        }

        return whole;
    }

    // Sections of ten thousand, each of thousands, hundreds and tens; or digit after digit: 二〇二四.
    private static decimal? Whole(ReadOnlySpan<char> text, int at, out int end)
    {
        var (total, section, digit) = (0m, 0m, 0m);
        var limit = Math.Min(text.Length, at + Longest);
        for (end = at; end < limit && total < 1e12m; end++)
        {
            var c = text[end];
            if (Digit(c) is { } next)
            {
                digit = next;
            }
            else if (Ten(c) is { } ten)
            {
                section += (digit == 0 ? 1 : digit) * ten;
                digit = 0;
            }
            else if (c is '万' or '亿' && (section + digit + total > 0))
            {
                total = c == '万' ? total + ((section + digit) * 10_000) : (total + section + digit) * 100_000_000;
                (section, digit) = (0, 0);
            }
            else
            {
                break;
            }
        }

        return end == at ? null : Positional(text[at..end]) ?? total + section + digit;
    }

    private static decimal? Positional(ReadOnlySpan<char> numeral)
    {
        var value = 0m;
        foreach (var c in numeral)
        {
            if (Digit(c) is not { } digit || value > 1e20m)
            {
                return null;
            }

            value = (value * 10) + digit;
        }

        return value;
    }

    private static int? Digit(char c) => c switch
    {
        '〇' => 0,
        '两' => 2,
        _ => Ones.IndexOf(c) is var digit and >= 0 ? digit : null,
    };

    private static int? Ten(char c) => c switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => null,
    };
}
