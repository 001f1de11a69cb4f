namespace Jinbang.Boards.Sites;

/// <summary>What a site consists of.</summary>
/// <param name="Files">Its files.</param>
/// <param name="LeftOut">Why pictures are missing; empty when none is.</param>
public sealed record SitePlan(IReadOnlyList<SiteFile> Files, IReadOnlyList<Phrase> LeftOut);
