namespace Jinbang.Boards.Formats;

internal sealed record JsonNote(string En, string Zh);
