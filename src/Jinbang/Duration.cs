using System.Globalization;

namespace Jinbang;

/// <summary>Durations as users write them.</summary>
public static class Duration
{
    /// <summary>The longest that anything may take.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000)];

    /// <summary>Reads "0", "50ms", "1.5s", "2m" or "1h"; null when it is none of these or above a day.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text == "0")
        {
            return TimeSpan.Zero;
        }

        var (unit, milliseconds) = Array.Find(Units, unit => text.EndsWith(unit.Unit, StringComparison.Ordinal));
        return unit is not null
            && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && count * milliseconds <= Longest.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(count * milliseconds)
            : null;
    }
}
