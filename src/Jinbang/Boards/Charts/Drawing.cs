namespace Jinbang.Boards.Charts;

/// <summary>A picture before it has a format and colours: shapes, each over the one before, and labels on top; with what it
/// is in a few words, and what it shows for who cannot see it.</summary>
internal sealed record Drawing(
    string Title, string Description, double Width, double Height, IReadOnlyList<Shape> Shapes, IReadOnlyList<Label> Labels);
