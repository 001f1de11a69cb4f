namespace Jinbang.Boards.Sites;

/// <summary>A file of a site, made when it is needed.</summary>
/// <param name="Path">Where it stands, from the site's folder, with forward slashes.</param>
/// <param name="Write">Writes its content: the same bytes for the same boards.</param>
public sealed record SiteFile(string Path, Action<Stream> Write);
