using Jinbang.Grading.Sheets;
using Jinbang.Statistics;
using MathNet.Numerics.Distributions;

namespace Jinbang.Boards.Comparisons;

/// <summary>Compares two models question by question.</summary>
internal static class Comparing
{
    private const double Level = 0.95;

    /// <summary>The chance with which more questions are to tell the models apart.</summary>
    private const double Power = 0.8;

    public static Comparison Compare(string? exam, string title, IReadOnlyList<QuestionPair> pairs)
    {
        var (first, second) = (pairs.Count(pair => pair.Difference > 0), pairs.Count(pair => pair.Difference < 0));
        var (one, other) = (SideOf(pairs, pair => pair.First, pair => pair.FirstCells, first), SideOf(pairs, pair => pair.Second, pair => pair.SecondCells, second));
        var difference = one.Accuracy - other.Accuracy;
        var error = ErrorOf(pairs, difference, out var clusters);
        var reach = error * (clusters > 1 ? StudentT.InvCDF(0, 1, clusters - 1, (1 + Level) / 2) : 0);
        var p = first + second == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, first + second, Math.Min(first, second)));
        var better = p < 1 - Level && reach is { } half && Math.Abs(difference) > half
            ? difference > 0 ? Preference.First : Preference.Second
            : Preference.None;
        return new(exam, title, pairs.Count, one, other, difference)
        {
            DifferenceInterval = reach is { } known ? new Interval(Math.Max(-1, difference - known), Math.Min(1, difference + known)) : null,
            P = p,
            Better = better,
            MoreQuestions = better == Preference.None ? MoreQuestions(pairs.Count, difference, error) : 0,
        };
    }

    /// <summary>The standard error of the weighted mean difference, residuals summed by cluster before squaring (Miller 2024,
    /// arXiv 2411.00640, section 4).</summary>
    private static double? ErrorOf(IReadOnlyList<QuestionPair> pairs, double difference, out int clusters)
    {
        var squares = pairs
            .GroupBy(pair => pair.Cluster, pair => (double)pair.Question.Weight * (pair.Difference - difference))
            .Select(cluster => cluster.Sum()).Select(sum => sum * sum).ToList();
        clusters = squares.Count;
        return clusters < 2 ? null : Math.Sqrt(squares.Sum() * clusters / (clusters - 1)) / pairs.Sum(pair => (double)pair.Question.Weight);
    }

    private static int? MoreQuestions(int questions, double difference, double? error)
    {
        if (difference == 0 || error is not > 0)
        {
            return null;
        }

        var wanted = Math.Abs(difference) / (Statistics.Normal.TwoSided(Level) + Statistics.Normal.TwoSided(2 * Power - 1));
        double needed = questions * (error.Value * error.Value) / (wanted * wanted);
        return needed - questions is < int.MaxValue and var more ? Math.Max(1, (int)Math.Ceiling(more)) : null;
    }

    private static Side SideOf(IReadOnlyList<QuestionPair> pairs, Func<QuestionPair, double> points, Func<QuestionPair, SheetCell[]> cells, int ahead)
    {
        var share = new WeightedMean();
        foreach (var pair in pairs)
        {
            share.Add(points(pair), (double)pair.Question.Weight);
        }

        var replies = pairs.SelectMany(cells).Where(cell => cell.IsGraded).ToList();
        var seconds = replies.Select(cell => (double)cell.Seconds).Order().ToList();
        var isTimed = !seconds.Exists(double.IsNaN);
        var accuracy = Math.Clamp(share.Value!.Value, 0, 1);
        return new(accuracy, Intervals.Wilson(accuracy * pairs.Count, pairs.Count, Level), ahead)
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
