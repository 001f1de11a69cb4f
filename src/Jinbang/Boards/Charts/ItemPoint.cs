namespace Jinbang.Boards.Charts;

/// <summary>One question on an <see cref="ItemMap"/>.</summary>
/// <param name="Id">The question's name.</param>
/// <param name="Difficulty">Mean share of its points that models earned, 0 (nobody) to 1 (everybody).</param>
/// <param name="Discrimination">Correlation with the points of all other questions, −1 to 1; null where everybody or nobody earned them.</param>
/// <param name="IsSuspect">Whether its key may be wrong.</param>
public sealed record ItemPoint(string Id, double Difficulty, double? Discrimination, bool IsSuspect);
