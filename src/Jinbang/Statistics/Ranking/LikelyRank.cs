namespace Jinbang.Statistics.Ranking;

/// <summary>What chance leaves of a model's rank.</summary>
/// <param name="Ranks">The ranks that it has in 95 % of the draws.</param>
/// <param name="BestChance">The share of draws in which it is the best, 0 to 1; several best ones share a draw.</param>
public readonly record struct LikelyRank(RankSpan Ranks, double BestChance);
