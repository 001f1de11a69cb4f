namespace Jinbang.Statistics;

/// <summary>The chance that at least one of several samples succeeds.</summary>
public static class PassAtK
{
    /// <summary>The unbiased estimate 1 − C(n − c, k) / C(n, k) from n samples of which c succeeded (Chen et al. 2021,
    /// "Evaluating Large Language Models Trained on Code", section 2.1), as a product, so that nothing overflows.</summary>
    /// <param name="samples">Samples taken, n.</param>
    /// <param name="successes">Samples that succeeded, c.</param>
    /// <param name="k">How many samples a user would take, 1 to <paramref name="samples"/>.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Of(int samples, int successes, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, samples);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, samples);

        var failures = samples - successes;
        if (failures < k)
        {
            return 1;
        }

        var none = 1.0;
        for (var i = failures + 1; i <= samples; i++)
        {
            none *= 1 - (double)k / i;
        }

        return 1 - none;
    }
}
