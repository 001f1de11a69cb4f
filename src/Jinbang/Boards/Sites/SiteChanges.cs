namespace Jinbang.Boards.Sites;

/// <summary>What publishing has changed in a site's folder.</summary>
/// <param name="Written">Files that are new or have another content, from the site's folder.</param>
/// <param name="Unchanged">Files that were left alone, since they are as they should be.</param>
/// <param name="Removed">Files of earlier that the site no longer has.</param>
/// <param name="Kept">Files of earlier that the site no longer has, left where they are since somebody changed them.</param>
public sealed record SiteChanges(IReadOnlyList<string> Written, int Unchanged, IReadOnlyList<string> Removed, IReadOnlyList<string> Kept);
