namespace Jinbang.Grading.Judges;

/// <summary>How far two judges agree on the points of open questions.</summary>
/// <param name="First">One judge's name.</param>
/// <param name="Second">The other's.</param>
/// <param name="Criteria">Criteria of answers that both gave points for.</param>
/// <param name="Kappa">Cohen's kappa, only equal points counting as agreement; null when undefined.</param>
/// <param name="WeightedKappa">Cohen's kappa with disagreement counting by its square; null when undefined.</param>
public sealed record JudgePair(string First, string Second, int Criteria, double? Kappa, double? WeightedKappa);
