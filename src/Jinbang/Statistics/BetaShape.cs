using MathNet.Numerics.Distributions;

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

    /// <summary>The share that is not exceeded with the given chance, to 1e-12.</summary>
    /// <exception cref="ArgumentException">The chance is not between 0 and 1.</exception>
    public double Quantile(double chance) => Beta.InvCDF(A, B, chance);
}
