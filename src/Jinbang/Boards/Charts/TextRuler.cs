namespace Jinbang.Boards.Charts;

/// <summary>How wide a text is at a size.</summary>
internal delegate double TextRuler(string text, double size);
