using MathNet.Numerics;

namespace Jinbang.Statistics;

/// <summary>A Beta distribution: how likely each share from 0 to 1 is.</summary>
/// <param name="A">As if so many had succeeded, above 0.</param>
/// <param name="B">As if so many had failed, above 0.</param>
public readonly record struct BetaShape(double A, double B)
{
    /// <summary>Its mean.</summary>
    public double Mean => A / (A + B);

    /// <summary>What is left of it to believe once trials were seen.</summary>
    /// <param name="seen">Successes and failures are added; nothing when it is not measured.</param>
    public BetaShape After(Estimate seen) =>
        seen.IsMeasured ? new BetaShape(A + seen.Value * seen.Trials, B + (1 - seen.Value) * seen.Trials) : this;

    /// <summary>The chance of a share of at most <paramref name="share"/>.</summary>
    public double Cumulative(double share) => SpecialFunctions.BetaRegularized(A, B, Math.Clamp(share, 0, 1));

    /// <summary>The share that is not exceeded with the given chance.</summary>
    /// <remarks>By halving on <see cref="Cumulative"/>, until two neighbours in double are left: Math.NET's own inverse
    /// stops at an error of 1e-8 near the ends.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The chance is not between 0 and 1.</exception>
    public double Quantile(double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(chance, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(chance, 1);

        var (low, high) = (0.0, 1.0);
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high)
            {
                return middle;
            }

            (low, high) = Cumulative(middle) < chance ? (middle, high) : (low, middle);
        }
    }
}
