namespace Jinbang.Boards.Charts;

/// <summary>A line of text; Y is its baseline, and Size the height of an em.</summary>
internal readonly record struct Label(double X, double Y, string Text, double Size, string Colour, Anchor Anchor = Anchor.Start);
