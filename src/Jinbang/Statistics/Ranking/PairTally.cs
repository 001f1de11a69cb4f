namespace Jinbang.Statistics.Ranking;

/// <summary>One model less another over the units that both have.</summary>
/// <param name="Difference">The (weighted) mean difference; 0 when there are no such units.</param>
/// <param name="StandardError">Its standard error, never below that of half a unit's difference; 0 when there are fewer than two units.</param>
/// <param name="Units">Clusters, or items where there are none, that both have.</param>
/// <param name="Better">Units on which the first has more points.</param>
/// <param name="Worse">Units on which it has fewer.</param>
internal readonly record struct PairTally(double Difference, double StandardError, int Units, int Better, int Worse);
