namespace Jinbang.Statistics.Ranking;

/// <summary>Many tests at once (Holm 1979, Scand. J. Stat. 6:65–70).</summary>
public static class Holm
{
    /// <summary>Which tests reject, so that with the chance <paramref name="error"/> at most any rejects wrongly: by rising p-value
    /// as long as p ≤ error / (tests not yet rejected).</summary>
    /// <param name="values">Their p-values.</param>
    /// <param name="error">The chance of any wrong rejection, such as 0.05.</param>
    public static bool[] Rejects(IReadOnlyList<double> values, double error)
    {
        var rejects = new bool[values.Count];
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, values.Count).ToArray();
        Array.Sort(sorted, order);
        for (var i = 0; i < order.Length && sorted[i] <= error / (order.Length - i); i++)
        {
            rejects[order[i]] = true;
        }

        return rejects;
    }
}
