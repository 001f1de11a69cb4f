namespace Jinbang.Boards.Sites;

/// <summary>A model's row on a board.</summary>
internal sealed record SiteScore(Board Board, BoardRow Row);
