namespace Jinbang.Boards.Sites;

/// <summary>A model with all its scores on a site.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Scores">Its scores in the order of the boards.</param>
internal sealed record SiteModel(string Name, IReadOnlyList<SiteScore> Scores);
