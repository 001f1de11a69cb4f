namespace Jinbang.Statistics.Items;

/// <summary>Puts the items first whose keys are most likely wrong.</summary>
public static class Suspicion
{
    /// <summary>z(margin) − z(discrimination) of each item: how much more than usual the strong models speak for another
    /// answer, and how much less than usual the item goes with the others. What is not known counts as usual.</summary>
    /// <param name="discriminations">The items' corrected point-biserial correlations.</param>
    /// <param name="margins">The items' margins of evidence against their keys.</param>
    public static double[] Of(IReadOnlyList<double?> discriminations, IReadOnlyList<double?> margins) =>
        [.. Standardised(margins).Zip(Standardised(discriminations), (margin, discrimination) => margin - discrimination)];

    private static double[] Standardised(IReadOnlyList<double?> values)
    {
        var known = values.OfType<double>().ToList();
        var mean = known.Count > 0 ? known.Average() : 0;
        var spread = known.Count > 1 ? Math.Sqrt(Variance.Sample(known)) : 0;
        return [.. values.Select(value => value is { } figure && spread > 0 ? (figure - mean) / spread : 0)];
    }
}
