namespace Jinbang.Boards.Pages;

/// <summary>The bad cases of one model on one exam.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Counts">How many there are of each kind.</param>
/// <param name="Shown">Those that are shown.</param>
public sealed record ModelCases(string Model, int Total, IReadOnlyList<CaseCount> Counts, IReadOnlyList<ShownCase> Shown);
