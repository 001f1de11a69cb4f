namespace Jinbang.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    /// <summary>The share of the distribution below <paramref name="z"/>, to about 1e-15 (Marsaglia 2004, "Evaluating
    /// the Normal Distribution", J. Stat. Software 11(4)).</summary>
    public static double Cumulative(double z)
    {
        if (Math.Abs(z) > 10)
        {
            return z > 0 ? 1 : 0;
        }

        var (sum, previous, term) = (z, 0.0, z);
        for (var i = 3; sum != previous; i += 2)
        {
            term *= z * z / i;
            (previous, sum) = (sum, sum + term);
        }

        return 0.5 + sum * Density(z);
    }

    /// <summary>The distance from zero, in standard deviations, within which the given share lies; 0.95 gives 1.95996….</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is not between 0 and 1.</exception>
    public static double TwoSided(double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);

        // The curve is concave right of zero, so Newton's steps from zero approach the root from below and never pass it.
        var z = 0.0;
        for (var step = 1.0; step > 1e-15 * z;)
        {
            step = ((1 + level) / 2 - Cumulative(z)) / Density(z);
            z += step;
        }

        return z;
    }

    private static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
}
