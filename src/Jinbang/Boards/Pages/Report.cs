namespace Jinbang.Boards.Pages;

/// <summary>Boards that are read together, on one page.</summary>
/// <param name="Language">The language that is shown at first.</param>
/// <param name="Boards">The boards in their order.</param>
public sealed record Report(Language Language, IReadOnlyList<PageBoard> Boards)
{
    /// <summary>The edition; null when editions are not used.</summary>
    public string? Edition { get; init; }

    /// <summary>The day it was made, or the edition's; null to leave it out.</summary>
    public DateOnly? Date { get; init; }
}
