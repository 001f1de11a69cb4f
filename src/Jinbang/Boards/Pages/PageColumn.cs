namespace Jinbang.Boards.Pages;

/// <summary>A column of a board's table on a page.</summary>
/// <param name="Code">Its name in addresses: <c>accuracy</c>, <c>p90</c>; of a part <c>part.</c> and the part's English name.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Meaning">What it tells, in a sentence.</param>
/// <param name="Show">Writes what stands in a cell.</param>
public sealed record PageColumn(string Code, Phrase Heading, Phrase Meaning, Action<Html, BoardRow> Show)
{
    /// <summary>What rows are sorted by, null where unknown; null for a column that is sorted by its texts.</summary>
    public Func<BoardRow, double?>? Order { get; init; }

    /// <summary>The text that rows are sorted by where <see cref="Order"/> is null.</summary>
    public Func<BoardRow, string>? Text { get; init; }

    /// <summary>Whether the largest come first when it is first sorted by.</summary>
    public bool LargestFirst { get; init; }

    /// <summary>The style of its cells.</summary>
    public string? Style { get; init; }
}
