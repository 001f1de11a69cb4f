namespace Jinbang.Boards.Charts;

/// <summary>One model's accuracies.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Shares">Its accuracy in each edition, 0 to 1; null where it was not on the board.</param>
public sealed record ScoreLine(string Model, IReadOnlyList<double?> Shares);
