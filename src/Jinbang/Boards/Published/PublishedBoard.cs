namespace Jinbang.Boards.Published;

/// <summary>A board that others published.</summary>
/// <param name="Content">The text that it is read from.</param>
/// <param name="Board">What was read.</param>
public sealed record PublishedBoard(string Content, Board Board);
