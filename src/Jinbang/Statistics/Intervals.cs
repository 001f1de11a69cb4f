namespace Jinbang.Statistics;

/// <summary>Confidence intervals.</summary>
public static class Intervals
{
    /// <summary>The score interval of a proportion (Wilson 1927, JASA 22:209–212). Unlike the textbook interval it keeps
    /// within 0 and 1, and does not collapse to a point when all or none succeed.</summary>
    /// <param name="successes">Successes, 0 to <paramref name="trials"/>; a fraction where trials earn partial credit.</param>
    /// <param name="trials">Independent trials, at least 1.</param>
    /// <param name="level">How often such intervals hold the true proportion, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Interval Wilson(double successes, int trials, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);

        var z = Normal.TwoSided(level);
        var share = successes / trials;
        var centre = share + z * z / (2 * trials);
        var reach = z * Math.Sqrt((share * (1 - share) + z * z / (4 * trials)) / trials);
        var scale = 1 + z * z / trials;
        return new Interval(Math.Max(0, (centre - reach) / scale), Math.Min(1, (centre + reach) / scale));
    }
}
