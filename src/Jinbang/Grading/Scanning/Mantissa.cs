namespace Jinbang.Grading.Scanning;

/// <summary>Scans the digits of a number.</summary>
internal static class Mantissa
{
    private const int Longest = 500;
    private static readonly string[] Separators = [",", "\\,", "\\!", ",\\!", "{,}", "\\ ", "'", "_", " "];

    /// <summary>After the digits at a place: groups of three however separated, then decimals.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        var end = DigitsEnd(text, at);
        if (end - at <= 3)
        {
            while (end - at < Longest && GroupEnd(text, end) is { } more)
            {
                end = more;
            }
        }

        return end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]) ? DigitsEnd(text, end + 1) : end;
    }

    /// <summary>The digits without what separates them.</summary>
    public static string Plain(ReadOnlySpan<char> mantissa)
    {
        Span<char> plain = stackalloc char[mantissa.Length];
        var length = 0;
        foreach (var c in mantissa)
        {
            if (char.IsAsciiDigit(c) || c == '.')
            {
                plain[length++] = c;
            }
        }

        return plain[..length].ToString();
    }

    /// <summary>After the digits at a place.</summary>
    public static int DigitsEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int? GroupEnd(ReadOnlySpan<char> text, int end)
    {
        foreach (var separator in Separators)
        {
            var group = end + separator.Length;
            if (text[end..].StartsWith(separator, StringComparison.Ordinal) && DigitsEnd(text, group) == group + 3)
            {
                return group + 3;
            }
        }

        return null;
    }
}
