using System.Globalization;

namespace Jinbang.Simulator.Pacing;

/// <summary>Durations as users write them.</summary>
internal static class Duration
{
    /// <summary>The longest that anything takes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly (string Unit, double Milliseconds)[] Units = [("ms", 1), ("s", 1000), ("m", 60_000)];

    /// <summary>Reads "0", "50ms", "1.5s" or "2m"; null when it is none of these or above an hour.</summary>
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
