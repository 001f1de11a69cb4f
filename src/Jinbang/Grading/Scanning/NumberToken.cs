using System.Globalization;

namespace Jinbang.Grading.Scanning;

/// <summary>A number written in a text.</summary>
/// <param name="Value">Its value in canonical form: "-12.5", "1E+40", "45%".</param>
/// <param name="Start">Where it begins, sign included.</param>
/// <param name="End">After it.</param>
internal readonly record struct NumberToken(string Value, int Start, int End)
{
    private const int Longest = 400;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The next number that begins at or after a place and before <paramref name="limit"/>; null when there is none.</summary>
    public static NumberToken? Next(ReadOnlySpan<char> text, int from, int limit)
    {
        while (from < limit && text[from..limit].IndexOfAnyInRange('0', '9') is var found and >= 0)
        {
            from += found;
            if (Read(text, from) is { } number)
            {
                return number;
            }

            from = DigitsEnd(text, from);
        }

        return null;
    }

    private static NumberToken? Read(ReadOnlySpan<char> text, int at)
    {
        var start = at > 0 && text[at - 1] == '.' && (at == 1 || !char.IsAsciiLetterOrDigit(text[at - 2])) ? at - 1 : at;
        if (Fraction(text, start) is { } fraction)
        {
            return fraction;
        }

        if (start > 0 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] is '_' or '^'))
        {
            return null;
        }

        var end = Mantissa(text, start);
        var mantissa = Plain(text[start..end]);
        end = Exponent(text, end, out var exponent);
        if (end - start > Longest)
        {
            return null;
        }

        var value = exponent == "" ? mantissa : mantissa + "e" + exponent;
        if (end + 1 < text.Length && text[end] == '/' && char.IsAsciiDigit(text[end + 1]))
        {
            var over = Mantissa(text, end + 1);
            return Of(text, start, over, Canonical(value, Plain(text[(end + 1)..over])));
        }

        return Of(text, start, end, Canonical(value, null));
    }

    // \frac{3}{4}, found by the first digit in it.
    private static NumberToken? Fraction(ReadOnlySpan<char> text, int at)
    {
        foreach (var command in (ReadOnlySpan<string>)["\\frac{", "\\dfrac{", "\\tfrac{"])
        {
            var upperEnd = Mantissa(text, at);
            if (text[..at].EndsWith(command, StringComparison.Ordinal) && text[upperEnd..].StartsWith("}{", StringComparison.Ordinal))
            {
                var lowerEnd = Mantissa(text, upperEnd + 2);
                return lowerEnd < text.Length && text[lowerEnd] == '}' && lowerEnd - at <= Longest
                    ? Of(text, at - command.Length, lowerEnd + 1, Canonical(Plain(text[at..upperEnd]), Plain(text[(upperEnd + 2)..lowerEnd])))
                    : null;
            }
        }

        return null;
    }

    private static NumberToken? Of(ReadOnlySpan<char> text, int start, int end, string? value)
    {
        if (value is null)
        {
            return null;
        }

        var isNegative = start > 0 && text[start - 1] == '-'
            && (start == 1 || !(char.IsAsciiLetterOrDigit(text[start - 2]) || text[start - 2] is ')' or '}'));
        var after = Marks.SkipBlanks(text, end);
        after += after < text.Length && text[after] == '\\' ? 1 : 0;
        var isPercent = after < text.Length && text[after] == '%';
        return new(
            (isNegative && value != "0" ? "-" : "") + value + (isPercent ? "%" : ""),
            isNegative ? start - 1 : start,
            isPercent ? after + 1 : end);
    }

    private static int DigitsEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    // Digits with commas before groups of three, then decimals.
    private static int Mantissa(ReadOnlySpan<char> text, int at)
    {
        at = DigitsEnd(text, at);
        while (at < text.Length && text[at] == ',' && DigitsEnd(text, at + 1) == at + 4)
        {
            at += 4;
        }

        return at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]) ? DigitsEnd(text, at + 1) : at;
    }

    private static int Exponent(ReadOnlySpan<char> text, int at, out string exponent)
    {
        exponent = "";
        if (at + 1 < text.Length && text[at] is 'e' or 'E')
        {
            return Signed(text, at + 1, out exponent) is var end && exponent == "" ? at : end;
        }

        var next = Marks.SkipBlanks(text, at);
        if (text[next..].StartsWith("\\times", StringComparison.Ordinal) || text[next..].StartsWith("\\cdot", StringComparison.Ordinal))
        {
            next = Marks.WordEnd(text, next + 1);
        }
        else if (next < text.Length && text[next] is '×' or 'x' or '*' or '·')
        {
            next++;
        }
        else
        {
            return at;
        }

        next = Marks.SkipBlanks(text, next);
        return text[next..].StartsWith("10", StringComparison.Ordinal) && Power(text, next + 2, out exponent) is var powerEnd && exponent != ""
            ? powerEnd
            : at;
    }

    private static int Power(ReadOnlySpan<char> text, int at, out string exponent)
    {
        exponent = "";
        if (at < text.Length && text[at] == '^' || text[at..].StartsWith("**", StringComparison.Ordinal))
        {
            at += text[at] == '^' ? 1 : 2;
            var braced = at < text.Length && text[at] is '{' or '(';
            var end = Signed(text, braced ? at + 1 : at, out exponent);
            return braced && end < text.Length && text[end] is '}' or ')' ? end + 1 : end;
        }

        var digits = at < text.Length && text[at] is '⁻' or '⁺' ? at + 1 : at;
        var stop = digits;
        while (stop < text.Length && stop - digits < 6 && Superscripts.Contains(text[stop]))
        {
            exponent += Superscripts.IndexOf(text[stop]);
            stop++;
        }

        exponent = exponent != "" && text[at] == '⁻' ? "-" + exponent : exponent;
        return stop;
    }

    private static int Signed(ReadOnlySpan<char> text, int at, out string digits)
    {
        var first = at < text.Length && text[at] is '-' or '+' ? at + 1 : at;
        var end = DigitsEnd(text, first);
        digits = end == first || end - first > 6 ? "" : text[at..end].ToString();
        return end;
    }

    private static string Plain(ReadOnlySpan<char> mantissa) =>
        mantissa.Length > Longest ? "" : mantissa.ToString().Replace(",", "", StringComparison.Ordinal);

    private static string? Canonical(string value, string? over)
    {
        if (Exact(value) is { } exact && (over is null || Exact(over) is not (null or 0)))
        {
            return (over is null ? exact : exact / Exact(over)!.Value).ToString("0.############################", CultureInfo.InvariantCulture);
        }

        var isNumber = double.TryParse(value, CultureInfo.InvariantCulture, out var wide);
        var divisor = 1.0;
        isNumber &= over is null || double.TryParse(over, CultureInfo.InvariantCulture, out divisor);
        return isNumber && double.IsFinite(wide / divisor) ? (wide / divisor).ToString("R", CultureInfo.InvariantCulture) : null;
    }

    private static decimal? Exact(string value)
    {
        var isDecimal = decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact);
        var isUnderflow = exact == 0 && value.AsSpan().IndexOfAnyInRange('1', '9') is >= 0 and var digit && !value.AsSpan(0, digit).ContainsAny('e', 'E');
        return isDecimal && !isUnderflow ? exact : null;
    }
}
