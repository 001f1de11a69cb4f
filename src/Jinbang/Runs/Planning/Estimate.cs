namespace Jinbang.Runs.Planning;

/// <summary>A figure that is not known yet: what it is likely to be, and between which ends.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="Likely">The likeliest value.</param>
/// <param name="High">The upper end.</param>
/// <remarks>Ends are added and multiplied with ends, as if all that is uncertain went the same way: a sum's range is
/// rather too wide than too narrow.</remarks>
public readonly record struct Estimate(double Low, double Likely, double High)
{
    /// <summary>A figure that is known.</summary>
    public static Estimate Exactly(double value) => new(value, value, value);

    /// <summary>The sum.</summary>
    public static Estimate operator +(Estimate first, Estimate second) =>
        new(first.Low + second.Low, first.Likely + second.Likely, first.High + second.High);

    /// <summary>The product of figures that are not negative.</summary>
    public static Estimate operator *(Estimate first, Estimate second) =>
        new(first.Low * second.Low, first.Likely * second.Likely, first.High * second.High);

    /// <summary>A multiple of a figure.</summary>
    public static Estimate operator *(Estimate estimate, double times) => estimate * Exactly(times);

    /// <summary>The greater of two figures.</summary>
    public static Estimate Max(Estimate first, Estimate second) =>
        new(Math.Max(first.Low, second.Low), Math.Max(first.Likely, second.Likely), Math.Max(first.High, second.High));

    /// <summary>The figure where it cannot be above a bound.</summary>
    public Estimate AtMost(double bound) => new(Math.Min(Low, bound), Math.Min(Likely, bound), Math.Min(High, bound));
}
