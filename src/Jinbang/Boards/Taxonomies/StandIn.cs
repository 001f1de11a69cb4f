namespace Jinbang.Boards.Taxonomies;

/// <summary>A score made from those of other groups, for models that were never examined in a group.</summary>
/// <param name="Factor">What the mean of the other groups is multiplied by.</param>
/// <param name="Of">The ids of the other groups.</param>
public sealed record StandIn(double Factor, IReadOnlyList<string> Of);
