namespace Jinbang.Boards.Charts;

/// <summary>A row with its texts as they fit into their columns.</summary>
internal sealed record ChartRow(BoardRow Row, string House, string Name);
