using System.Globalization;

namespace Jinbang.Grading.Scanning;

/// <summary>Spells values in the form in which readings give them.</summary>
internal static class Quantity
{
    private const string Exactly = "0.############################";

    /// <summary>A decimal number times a power of ten, over another: exact where a decimal holds it; null when it is no finite number.</summary>
    public static string? Canonical(string value, int exponent = 0, string? over = null)
    {
        var written = exponent == 0 ? value : $"{value}e{exponent.ToString(CultureInfo.InvariantCulture)}";
        if (Exact(written) is { } exact && (over is null || Exact(over) is not (null or 0)))
        {
            return Spell(over is null ? exact : exact / Exact(over)!.Value);
        }

        var isNumber = double.TryParse(written, CultureInfo.InvariantCulture, out var wide);
        var divisor = 1.0;
        isNumber &= over is null || double.TryParse(over, CultureInfo.InvariantCulture, out divisor);
        return isNumber && double.IsFinite(wide / divisor) ? (wide / divisor).ToString("R", CultureInfo.InvariantCulture) : null;
    }

    /// <summary>A decimal number without needless zeros.</summary>
    public static string Spell(decimal value) => value.ToString(Exactly, CultureInfo.InvariantCulture);

    /// <summary>The decimal that a text spells; null for one that a decimal cannot hold.</summary>
    public static decimal? Exact(string value)
    {
        var isDecimal = decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact);
        var isUnderflow = exact == 0 && value.AsSpan().IndexOfAnyInRange('1', '9') is >= 0 and var digit && !value.AsSpan(0, digit).ContainsAny('e', 'E');
        return isDecimal && !isUnderflow ? exact : null;
    }
}
