using System.Globalization;

namespace Jinbang.Grading.Scanning;

/// <summary>Scans powers of ten behind a number: "e-3", "× 10^-3", "\times 10^{-3}", "×10⁻³", "*10**-3".</summary>
internal static class Exponent
{
    private const int LongestDigits = 6;
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>After the power of ten that follows a mantissa, with its exponent; the same place and 0 without one.</summary>
    public static int End(ReadOnlySpan<char> text, int at, out int exponent)
    {
        exponent = 0;
        if (at + 1 < text.Length && text[at] is 'e' or 'E')
        {
            return Signed(text, at + 1, out exponent) ?? at;
        }

        var next = Times(text, Marks.SkipBlanks(text, at));
        next = next is null ? null : Marks.SkipBlanks(text, next.Value);
        return next is { } ten && text[ten..].StartsWith("10", StringComparison.Ordinal) ? OfTen(text, ten, out exponent) ?? at : at;
    }

    /// <summary>After a power of ten, "10^6", that begins at a place; null when none does.</summary>
    public static int? OfTen(ReadOnlySpan<char> text, int at, out int exponent)
    {
        exponent = 0;
        if (!text[at..].StartsWith("10", StringComparison.Ordinal))
        {
            return null;
        }

        at += 2;
        var isCaret = at < text.Length && text[at] == '^';
        if (!isCaret && !text[at..].StartsWith("**", StringComparison.Ordinal))
        {
            return Raised(text, at, out exponent);
        }

        at += isCaret ? 1 : 2;
        var isBraced = at < text.Length && text[at] is '{' or '(';
        var end = Signed(text, isBraced ? at + 1 : at, out exponent);
        return isBraced && end < text.Length && text[end.Value] is '}' or ')' ? end + 1 : end;
    }

    private static int? Times(ReadOnlySpan<char> text, int at) =>
        text[at..].StartsWith("\\times", StringComparison.Ordinal) || text[at..].StartsWith("\\cdot", StringComparison.Ordinal) ? Marks.WordEnd(text, at + 1)
        : at < text.Length && text[at] is '×' or 'x' or 'X' or '*' or '·' ? at + 1
        : null;

    private static int? Raised(ReadOnlySpan<char> text, int at, out int exponent)
    {
        var isNegative = at < text.Length && text[at] == '⁻';
        at += at < text.Length && text[at] is '⁻' or '⁺' ? 1 : 0;
        var (first, value) = (at, 0);
        for (; at < text.Length && at - first < LongestDigits && Superscripts.IndexOf(text[at]) is var digit and >= 0; at++)
        {
            value = (value * 10) + digit;
        }

        exponent = isNegative ? -value : value;
        return at == first ? null : at;
    }

    private static int? Signed(ReadOnlySpan<char> text, int at, out int value)
    {
        var first = at < text.Length && text[at] is '-' or '+' ? at + 1 : at;
        var end = Mantissa.DigitsEnd(text, first);
        value = 0;
        return end > first && end - first <= LongestDigits && int.TryParse(text[at..end], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            ? end
            : null;
    }
}
