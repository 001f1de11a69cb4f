using Jinbang.Statistics;

namespace Jinbang.Boards.Rollups;

/// <summary>What a model has on an exam.</summary>
/// <param name="State">What the score is.</param>
/// <param name="Score">The score, 0 to 1; null when there is none.</param>
internal readonly record struct ScoreCell(ScoreState State, double? Score)
{
    /// <summary>The board's row; null when there is none.</summary>
    public BoardRow? Row { get; init; }

    /// <summary>Where the score may lie, 95 %; null when unknown.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The share of an estimate's variance that goes along with the same model's other estimates; 0 for measured scores.</summary>
    public double Shared { get; init; }
}
