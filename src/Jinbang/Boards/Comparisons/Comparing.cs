using Jinbang.Grading.Sheets;
using Jinbang.Statistics;
using Jinbang.Statistics.Pairs;

namespace Jinbang.Boards.Comparisons;

/// <summary>Compares two models question by question.</summary>
internal static class Comparing
{
    private const double Level = 0.95;

    public static Comparison Compare(string? exam, string title, IReadOnlyList<QuestionPair> pairs)
    {
        float[] first = [.. pairs.Select(pair => pair.First)];
        float[] second = [.. pairs.Select(pair => pair.Second)];
        double[] weights = [.. pairs.Select(pair => (double)pair.Question.Weight)];
        var numbers = new Dictionary<(string, string), int>();
        int[] clusters = [.. pairs.Select(pair => numbers.TryGetValue(pair.Cluster, out var number) ? number : numbers[pair.Cluster] = numbers.Count)];
        return new(
            exam, title,
            SideOf(ClusteredMean.Of(first, weights, clusters), [.. pairs.SelectMany(pair => pair.FirstCells)]),
            SideOf(ClusteredMean.Of(second, weights, clusters), [.. pairs.SelectMany(pair => pair.SecondCells)]),
            PairedDifference.Of(first, second, clusters, weights)!);
    }

    private static Side SideOf(Estimate accuracy, IReadOnlyList<SheetCell> cells)
    {
        var replies = cells.Where(cell => cell.IsGraded).ToList();
        var seconds = replies.Select(cell => (double)cell.Seconds).Order().ToList();
        var isTimed = !seconds.Exists(double.IsNaN);
        return new(accuracy.Value, accuracy.Interval(Level))
        {
            CostPerThousand = replies.TrueForAll(cell => cell.Cost is not null) ? replies.Average(cell => cell.Cost!.Value) * 1000 : null,
            MedianSeconds = isTimed ? (seconds[(seconds.Count - 1) / 2] + seconds[seconds.Count / 2]) / 2 : null,
            MeanSeconds = isTimed ? seconds.Average() : null,
            MeanTokens = replies.TrueForAll(cell => (cell.PromptTokens, cell.ReplyTokens) is (not null, not null))
                ? replies.Average(cell => (double)(cell.PromptTokens!.Value + cell.ReplyTokens!.Value))
                : null,
        };
    }
}
