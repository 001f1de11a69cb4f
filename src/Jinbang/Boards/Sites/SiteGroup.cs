namespace Jinbang.Boards.Sites;

/// <summary>Boards that are found together.</summary>
/// <param name="Name">The group's name.</param>
public sealed record SiteGroup(Phrase Name)
{
    /// <summary>The board of the group as a whole; null when there is none.</summary>
    public Board? Whole { get; init; }

    /// <summary>The groups within it.</summary>
    public IReadOnlyList<SiteGroup> Groups { get; init; } = [];

    /// <summary>The boards that belong to it and to no group within it.</summary>
    public IReadOnlyList<Board> Boards { get; init; } = [];
}
