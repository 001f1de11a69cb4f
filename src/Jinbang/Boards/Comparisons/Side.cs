using Jinbang.Statistics;

namespace Jinbang.Boards.Comparisons;

/// <summary>One of two models over the questions that both have points on.</summary>
/// <param name="Accuracy">Weighted share of points, 0 to 1.</param>
/// <param name="AccuracyInterval">Wilson's 95 % interval; questions that share a passage count for no more than they are worth.</param>
public sealed record Side(double Accuracy, Interval AccuracyInterval)
{
    /// <summary>Yuan for a thousand calls; null unless every cost is known.</summary>
    public decimal? CostPerThousand { get; init; }

    /// <summary>Median seconds of a reply; null unless every one was timed.</summary>
    public double? MedianSeconds { get; init; }

    /// <summary>Mean seconds of a reply; null unless every one was timed.</summary>
    public double? MeanSeconds { get; init; }

    /// <summary>Mean prompt and reply tokens of a reply; null unless every one was counted.</summary>
    public double? MeanTokens { get; init; }
}
