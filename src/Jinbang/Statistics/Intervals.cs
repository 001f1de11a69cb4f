namespace Jinbang.Statistics;

/// <summary>Confidence intervals.</summary>
public static class Intervals
{
    /// <summary>The score interval of a proportion (Wilson 1927, JASA 22:209–212). Unlike the textbook interval it keeps
    /// within 0 and 1, and does not collapse to a point when all or none succeed.</summary>
    /// <param name="successes">Successes, 0 to <paramref name="trials"/>; a fraction where trials earn partial credit.</param>
    /// <param name="trials">Independent trials, above 0; a fraction where they are effective ones (<see cref="Estimate"/>).</param>
    /// <param name="level">How often such intervals hold the true proportion, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Interval Wilson(double successes, double trials, double level)
    {
        Check(successes, trials);
        var z = Normal.TwoSided(level);
        var share = successes / trials;
        var centre = share + z * z / (2 * trials);
        var reach = z * Math.Sqrt((share * (1 - share) + z * z / (4 * trials)) / trials);
        var scale = 1 + z * z / trials;
        return new Interval(Math.Max(0, (centre - reach) / scale), Math.Min(1, (centre + reach) / scale));
    }

    /// <summary>The exact interval of a proportion (Clopper &amp; Pearson 1934, Biometrika 26:404–413): the shares that
    /// neither tail of the binomial distribution rejects. Never holds the true one less often than said, mostly more often.</summary>
    /// <param name="successes">Successes, 0 to <paramref name="trials"/>. Of a fraction (partial credit) the ends are taken from the
    /// same Beta distributions, which go on between the whole numbers: an interpolation, no longer an exact one.</param>
    /// <param name="trials">Independent trials, above 0.</param>
    /// <param name="level">How often such intervals hold the true proportion at least, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static Interval ClopperPearson(double successes, double trials, double level)
    {
        Check(successes, trials);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);

        var tail = (1 - level) / 2;
        var failures = trials - successes;
        return new Interval(
            successes > 0 ? new BetaShape(successes, failures + 1).Quantile(tail) : 0,
            failures > 0 ? 1 - new BetaShape(failures, successes + 1).Quantile(tail) : 1);
    }

    private static void Check(double successes, double trials)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(trials);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
    }
}
