namespace Jinbang.Boards.Charts;

/// <summary>A filled rectangle; the corner is the radius of its rounding.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height, string Colour, double Corner = 0);
