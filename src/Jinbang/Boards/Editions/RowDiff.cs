using Jinbang.Statistics.Ranking;

namespace Jinbang.Boards.Editions;

/// <summary>One model's line of a board in two editions. Ranks are counted among the models that both have.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Cause">Why it changed.</param>
/// <param name="AccuracyBefore">Share of points in the edition before, 0 to 1; null when unknown.</param>
/// <param name="AccuracyAfter">Share of points now.</param>
/// <param name="RanksBefore">The ranks of its tie group in the edition before.</param>
/// <param name="RanksAfter">The ranks of its tie group now.</param>
public sealed record RowDiff(
    string Model, RowCause Cause, double? AccuracyBefore, double? AccuracyAfter, RankSpan RanksBefore, RankSpan RanksAfter)
{
    /// <summary>Whether its ranks before and after have none in common.</summary>
    public bool HasMoved => RanksBefore.Last < RanksAfter.First || RanksAfter.Last < RanksBefore.First;

    /// <summary>Whether the accuracy is another one.</summary>
    public bool HasOtherAccuracy => AccuracyBefore != AccuracyAfter;
}
