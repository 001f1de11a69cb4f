namespace Jinbang.Statistics;

/// <summary>Quantiles of samples.</summary>
public static class Quantile
{
    /// <summary>The value that a share of the sample does not exceed, between neighbours in proportion (Hyndman and Fan 1996,
    /// "Sample Quantiles in Statistical Packages", type 7).</summary>
    /// <param name="sorted">The sample in rising order; not empty.</param>
    /// <param name="share">From 0 to 1.</param>
    public static double OfSorted(ReadOnlySpan<float> sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + (place - below) * (sorted[below + 1] - (double)sorted[below]) : sorted[below];
    }
}
