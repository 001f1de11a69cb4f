namespace Jinbang.Boards.Editions;

/// <summary>A model's scores over a board's history.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Accuracies">Share of points at each point, 0 to 1; null where it was not there or not measured.</param>
public sealed record ModelHistory(string Model, IReadOnlyList<double?> Accuracies);
