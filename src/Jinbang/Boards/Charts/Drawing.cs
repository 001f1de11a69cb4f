namespace Jinbang.Boards.Charts;

/// <summary>A picture before it has a format: boxes below, dashes over them, labels on top.</summary>
internal sealed record Drawing(
    string Title, double Width, double Height, IReadOnlyList<Box> Boxes, IReadOnlyList<Dash> Dashes, IReadOnlyList<Label> Labels);
