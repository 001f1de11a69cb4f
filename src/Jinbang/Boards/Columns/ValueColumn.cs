namespace Jinbang.Boards.Columns;

/// <summary>A column of what right answers cost, for tables that people read.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Show">A row's cell, by the row's place on the board.</param>
public sealed record ValueColumn(Phrase Heading, Func<int, string> Show);
