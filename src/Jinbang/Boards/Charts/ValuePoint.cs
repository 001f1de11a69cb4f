namespace Jinbang.Boards.Charts;

/// <summary>A row by what it takes and what it gives.</summary>
internal sealed record ValuePoint(BoardRow Row, double Amount, double Share);
