using Jinbang.Statistics;

namespace Jinbang.Boards;

/// <summary>What a row has in one of the parts that its board is made of.</summary>
/// <param name="Name">The part's name, as it heads a column.</param>
/// <param name="Accuracy">Share of points, 0 to 1; null when it is not known.</param>
/// <param name="State">What the accuracy is.</param>
public sealed record ScorePart(Phrase Name, double? Accuracy, ScoreState State)
{
    /// <summary>Where the accuracy may lie, 95 %; null when unknown.</summary>
    public Interval? Interval { get; init; }

    /// <summary>Mean seconds of a reply; null when unknown.</summary>
    public double? Seconds { get; init; }

    /// <summary>Mean prompt and reply tokens; null when unknown.</summary>
    public double? Tokens { get; init; }

    /// <summary>Yuan for a thousand calls; null when unknown.</summary>
    public decimal? CostPerThousand { get; init; }
}
