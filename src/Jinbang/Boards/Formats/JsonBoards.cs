namespace Jinbang.Boards.Formats;

/// <summary>Several boards in one document.</summary>
internal sealed record JsonBoards(IReadOnlyList<JsonBoard> Boards);
