namespace Jinbang.Statistics.Ranking;

/// <summary>How far a model's rank depends on the weights.</summary>
/// <param name="Ranks">The ranks that it has with 90 % of the drawn weights.</param>
/// <param name="SameShare">The share of drawn weights with which it has the rank of the given ones, 0 to 1.</param>
public readonly record struct StableRank(RankSpan Ranks, double SameShare);
