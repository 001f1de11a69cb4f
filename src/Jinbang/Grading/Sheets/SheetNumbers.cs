namespace Jinbang.Grading.Sheets;

/// <summary>How figures become the whole numbers of packed sheets: those that may be unknown are raised by one, 0 being unknown.</summary>
internal static class SheetNumbers
{
    /// <summary>Times are kept to a millisecond.</summary>
    public const double PerSecond = 1000;

    /// <summary>Points are kept to a billionth.</summary>
    public const double PerPoint = 1_000_000_000;

    /// <summary>Whole milliseconds and one more; 0 when not measured.</summary>
    public static ulong Milliseconds(float seconds) => float.IsNaN(seconds) ? 0 : (ulong)Math.Round(seconds * PerSecond) + 1;

    /// <summary>Seconds of <see cref="Milliseconds"/>.</summary>
    public static float Seconds(ulong number) => number == 0 ? float.NaN : (float)((number - 1) / PerSecond);

    /// <summary>The number and one more.</summary>
    public static ulong Raised(int? number) => (ulong)((number ?? -1) + 1L);

    /// <summary>The number of <see cref="Raised"/>.</summary>
    public static int? Lowered(ulong number) => number is > 0 and <= int.MaxValue ? (int)number - 1 : null;
}
