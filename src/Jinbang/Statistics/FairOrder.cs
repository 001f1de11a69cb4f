namespace Jinbang.Statistics;

/// <summary>An order in which every beginning is a fair sample of the whole.</summary>
public static class FairOrder
{
    /// <summary>Within a stratum of N items, the item that chance puts i-th gets the place (i + u) / N, where u is a further
    /// chance from 0 to 1; all items are ordered by their places, so that each beginning holds every stratum in proportion.</summary>
    /// <remarks>Proportional stratified sampling with a random start in each interval (Cochran, Sampling Techniques, 3rd ed.,
    /// sections 5.5 and 8.2).</remarks>
    /// <param name="strata">The stratum of each item.</param>
    /// <param name="chances">A random number for each item. Items keep their order among each other, or nearly so, when others come and go.</param>
    /// <returns>The items' indices in their order.</returns>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static int[] Of(IReadOnlyList<int> strata, IReadOnlyList<ulong> chances)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(chances.Count, strata.Count);
        var places = new double[strata.Count];
        foreach (var stratum in Enumerable.Range(0, strata.Count).GroupBy(item => strata[item]))
        {
            var drawn = stratum.OrderBy(item => chances[item]).ToArray();
            for (var i = 0; i < drawn.Length; i++)
            {
                places[drawn[i]] = (i + Share(chances[drawn[i]])) / drawn.Length;
            }
        }

        return [.. Enumerable.Range(0, strata.Count).OrderBy(item => places[item]).ThenBy(item => chances[item])];
    }

    // The low bits have no say in the order within a stratum, so they are a chance of their own.
    private static double Share(ulong chance) => (chance & uint.MaxValue) / (uint.MaxValue + 1.0);
}
