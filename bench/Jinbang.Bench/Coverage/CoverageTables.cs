namespace Jinbang.Bench.Coverage;

/// <summary>Whether the intervals and ranks hold what they promise, by simulation: the tables of docs/statistics.md.</summary>
internal static class CoverageTables
{
    private static readonly int[] Sizes = [20, 50, 100, 700];

    /// <summary>Prints all tables.</summary>
    public static int Print(int seed)
    {
        Console.WriteLine($"Seed {seed}.");
        IntervalCoverage.Independent(Sizes);
        IntervalCoverage.Clustered(Sizes, new Random(seed));
        IntervalCoverage.Combined(Sizes, new Random(seed));
        RankCoverage.Measure(Sizes, new Random(seed));
        RankCoverage.MeasureEquals(40, 1000, Sizes, new Random(seed));
        RankCoverage.MeasureEquals(304, 400, Sizes[..3], new Random(seed));
        return 0;
    }
}
