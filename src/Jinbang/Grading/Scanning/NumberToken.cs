using System.Buffers;

namespace Jinbang.Grading.Scanning;

/// <summary>A number written in digits.</summary>
/// <param name="Value">Its value in canonical form, with a percent sign or a unit that can be converted: "-12.5", "1E+40", "45%", "5 km".</param>
/// <param name="Start">Where it begins, sign and currency included.</param>
/// <param name="End">After it, unit included.</param>
internal readonly record struct NumberToken(string Value, int Start, int End)
{
    private const int Longest = 400;
    private const string Vulgar = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒";
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789" + Vulgar);
    private static readonly string[] Fractions = ["\\frac", "\\dfrac", "\\tfrac", "\\cfrac"];

    private static readonly string[] Parts =
        ["1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "3/5", "4/5", "1/6", "5/6", "1/7", "1/8", "3/8", "5/8", "7/8", "1/9", "1/10"];

    /// <summary>The next number that begins at or after a place and before <paramref name="limit"/>; null when there is none.</summary>
    public static NumberToken? Next(ReadOnlySpan<char> text, int from, int limit)
    {
        while (from < limit && text[from..limit].IndexOfAny(Digits) is var found and >= 0)
        {
            from += found;
            if (Read(text, from) is { } number)
            {
                return number;
            }

            from = Math.Max(from + 1, Mantissa.DigitsEnd(text, from));
        }

        return null;
    }

    private static NumberToken? Read(ReadOnlySpan<char> text, int at)
    {
        var start = at > 0 && text[at - 1] == '.' && (at == 1 || !char.IsAsciiLetterOrDigit(text[at - 2])) ? at - 1 : at;
        if (FractionAt(text, start) is { } fraction)
        {
            return fraction;
        }

        if (start > 0 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] is '_' or '^' || (text[start - 1] is ',' or ':' && start > 1 && char.IsAsciiDigit(text[start - 2]))))
        {
            return null;
        }

        if (Part(text, at, out var over, out var partEnd) is { } part)
        {
            return Signed(text, at, partEnd, 0, scale => Quantity.Canonical(part, scale, over));
        }

        return Plain(text, start);
    }

    private static NumberToken? Plain(ReadOnlySpan<char> text, int start)
    {
        var whole = Mantissa.End(text, start);
        if (whole - start > Longest || IsClock(text, whole))
        {
            return null;
        }

        var mantissa = Mantissa.Plain(text[start..whole]);
        if (Mixed(text, whole, out var upper, out var lower) is { } mixedEnd)
        {
            return Signed(text, start, mixedEnd, 0, scale => Sum(mantissa, upper, lower, scale));
        }

        var ten = Exponent.OfTen(text, start, out var power);
        mantissa = ten is null ? mantissa : "1";
        var end = ten ?? Exponent.End(text, whole, out power);
        var slash = Marks.SkipBlanks(text, end);
        slash = slash < text.Length && text[slash] == '/' ? Marks.SkipBlanks(text, slash + 1) : end;
        if (slash > end && slash < text.Length && char.IsAsciiDigit(text[slash]) && Mantissa.End(text, slash) is var overEnd && overEnd - slash <= Longest)
        {
            var over = Mantissa.Plain(text[slash..overEnd]);
            return Signed(text, start, overEnd, power, scale => Quantity.Canonical(mantissa, scale, over));
        }

        return Signed(text, start, end, power, scale => Quantity.Canonical(mantissa, scale));
    }

    // "3:45" and "3,5" are no numbers, but "3:00" is a full hour.
    private static bool IsClock(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && text[end] is ':' or ',' && char.IsAsciiDigit(text[end + 1]) && !text[end..].StartsWith(":00");

    // \frac{3}{4} and \frac34, found by the first digit in it.
    private static NumberToken? FractionAt(ReadOnlySpan<char> text, int at)
    {
        var brace = at > 0 && text[at - 1] == '{' ? at - 1 : at;
        foreach (var command in Fractions)
        {
            if (text[..brace].TrimEnd(' ').EndsWith(command, StringComparison.Ordinal))
            {
                var start = text[..brace].TrimEnd(' ').Length - command.Length;
                return Terms(text, start + command.Length, out var upper, out var lower) is { } end
                    ? Signed(text, start, end, 0, scale => Quantity.Canonical(upper, scale, lower))
                    : null;
            }
        }

        return null;
    }

    // The two terms of a fraction behind its command: "{3}{4}", "34", "1{10}", " 9{20}".
    private static int? Terms(ReadOnlySpan<char> text, int at, out string upper, out string lower)
    {
        lower = "";
        return Term(text, at, out upper) is { } middle && Term(text, middle, out lower) is { } end ? end : null;
    }

    private static int? Term(ReadOnlySpan<char> text, int at, out string digits)
    {
        at = Marks.SkipBlanks(text, at);
        var isBraced = at < text.Length && text[at] == '{';
        var start = isBraced ? Marks.SkipBlanks(text, at + 1) : at;
        var end = isBraced ? Mantissa.End(text, start) : Math.Min(text.Length, start + 1);
        digits = end - start <= Longest ? Mantissa.Plain(text[start..end]) : "";
        var close = isBraced ? Marks.SkipBlanks(text, end) : end;
        return digits == "" || (isBraced && (close >= text.Length || text[close] != '}')) ? null : isBraced ? close + 1 : end;
    }

    // The fraction behind a whole number: "1½", "1 1/2", "1\frac{1}{2}", "1又1/2".
    private static int? Mixed(ReadOnlySpan<char> text, int at, out string upper, out string lower)
    {
        (upper, lower) = ("", "");
        var next = Marks.SkipBlanks(text, at);
        var isHan = next < text.Length && text[next] == '又';
        next += isHan ? 1 : 0;
        foreach (var command in Fractions)
        {
            if (text[next..].StartsWith(command, StringComparison.Ordinal))
            {
                return Terms(text, next + command.Length, out upper, out lower);
            }
        }

        if (Part(text, next, out lower, out var end) is { } part)
        {
            upper = part;
            return end;
        }

        var slash = next > at ? Mantissa.DigitsEnd(text, next) : next;
        if (slash == next || slash - next > 3 || slash + 1 >= text.Length || text[slash] != '/' || !char.IsAsciiDigit(text[slash + 1]))
        {
            return null;
        }

        end = Mantissa.DigitsEnd(text, slash + 1);
        (upper, lower) = (text[next..slash].ToString(), text[(slash + 1)..end].ToString());
        return end - slash <= 4 ? end : null;
    }

    private static string? Part(ReadOnlySpan<char> text, int at, out string lower, out int end)
    {
        lower = "";
        end = at + 1;
        if (at >= text.Length || Vulgar.IndexOf(text[at]) is not (>= 0 and var which))
        {
            return null;
        }

        lower = Parts[which][2..];
        return Parts[which][..1];
    }

    private static string? Sum(string whole, string upper, string lower, int scale) =>
        Quantity.Exact(whole) is { } ones && Quantity.Exact(upper) is { } over && Quantity.Exact(lower) is not (null or 0) and { } under && Math.Abs(ones) < 1e20m
            ? Quantity.Canonical(Quantity.Spell(ones + (over / under)), scale)
            : null;

    private static NumberToken? Signed(ReadOnlySpan<char> text, int start, int end, int power, Func<int, string?> canonical)
    {
        end = Scale.End(text, end, out var scale);
        if (end - start > Longest || canonical(power + scale) is not { } value)
        {
            return null;
        }

        var first = start > 0 && Scale.IsCurrency(text[start - 1]) ? start - 1 : start;
        first = first > 0 && text[first - 1] == '\\' ? first - 1 : first;
        var minus = Minus(text, first);
        var after = Scale.UnitEnd(text, end, out var unit);
        return new((minus < first && value != "0" ? "-" : "") + value + unit, Math.Min(minus, start), after);
    }

    // Where the sign of a number that begins at a place stands; the same place without one.
    private static int Minus(ReadOnlySpan<char> text, int start)
    {
        if (start > 0 && text[start - 1] == '-')
        {
            return start == 1 || !(char.IsAsciiLetterOrDigit(text[start - 2]) || text[start - 2] is ')' or '}') ? start - 1 : start;
        }

        foreach (var word in (ReadOnlySpan<string>)["minus ", "negative ", "负"])
        {
            if (text[..start].EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return start - word.Length;
            }
        }

        return start;
    }
}
