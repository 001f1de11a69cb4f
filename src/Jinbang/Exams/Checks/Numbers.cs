using System.Globalization;
using System.Text.RegularExpressions;

namespace Jinbang.Exams.Checks;

/// <summary>Reads numbers as exam files write them: "1,200", "−3", "6.02e23".</summary>
internal static partial class Numbers
{
    public static bool TryRead(string text, out decimal value)
    {
        var plain = HalfWidth.Of(text.Trim()).Replace('−', '-');
        if (Grouped().IsMatch(plain))
        {
            plain = plain.Replace(",", "", StringComparison.Ordinal);
        }

        return decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Reads an absolute tolerance such as "0.1" or one relative to the key such as "2%".</summary>
    public static bool TryReadTolerance(string text, decimal key, out decimal tolerance)
    {
        var plain = HalfWidth.Of(text.Trim());
        if (!plain.EndsWith('%'))
        {
            return TryRead(plain, out tolerance) && tolerance >= 0;
        }

        var read = TryRead(plain[..^1], out var percent) && percent is >= 0 and <= 100;
        tolerance = read ? Math.Abs(key) * (percent / 100) : 0;
        return read;
    }

    [GeneratedRegex(@"^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();
}
