using Jinbang.Boards.Pages;

namespace Jinbang.Boards.Sites;

/// <summary>Everything that is published together.</summary>
/// <param name="Language">The language that is shown at first.</param>
/// <param name="Boards">The boards in their order.</param>
public sealed record Site(Language Language, IReadOnlyList<PageBoard> Boards)
{
    /// <summary>The edition; null when editions are not used.</summary>
    public string? Edition { get; init; }

    /// <summary>The edition's day; null when it has none.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>How the boards are grouped; those that no group has are listed below all groups.</summary>
    public IReadOnlyList<SiteGroup> Groups { get; init; } = [];

    /// <summary>What changed from edition to edition, as Markdown; null when that is not told.</summary>
    public Phrase? Changelog { get; init; }
}
