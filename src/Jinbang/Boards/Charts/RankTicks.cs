namespace Jinbang.Boards.Charts;

/// <summary>The ranks that an axis marks.</summary>
internal static class RankTicks
{
    private static readonly int[] Steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];

    /// <summary>The first, then round ones, not many more than asked for.</summary>
    public static IEnumerable<int> Of(int count, int most)
    {
        var step = Steps.FirstOrDefault(step => count / step <= most, Steps[^1]);
        return Enumerable.Range(0, count / step + 1).Select(i => Math.Max(1, i * step)).Distinct().Where(rank => rank <= count);
    }
}
