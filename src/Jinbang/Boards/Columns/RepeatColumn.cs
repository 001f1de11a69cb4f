using Jinbang.Grading.Repeats;

namespace Jinbang.Boards.Columns;

/// <summary>A column of what repeats have shown, for tables that people read.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Show">A model's cell.</param>
public sealed record RepeatColumn(Phrase Heading, Func<RepeatReport, string> Show);
