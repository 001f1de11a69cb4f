namespace Jinbang.Boards.Charts;

/// <summary>A dashed vertical line.</summary>
internal readonly record struct Dash(double X, double Top, double Bottom, string Colour);
