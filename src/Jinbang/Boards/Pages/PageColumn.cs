namespace Jinbang.Boards.Pages;

/// <summary>A column of a board's table on a page.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Meaning">What it tells, in a sentence.</param>
/// <param name="Order">What rows are sorted by, null where unknown; null for a column that is sorted by its texts.</param>
/// <param name="Show">Writes what stands in a cell; nothing where unknown.</param>
internal sealed record PageColumn(Phrase Heading, Phrase Meaning, Func<BoardRow, double?>? Order, Action<Html, BoardRow> Show)
{
    /// <summary>Whether anything is known of a row here; columns without any such row are left out.</summary>
    public required Func<BoardRow, bool> IsKnown { get; init; }

    /// <summary>Whether the largest come first when it is first sorted by.</summary>
    public bool LargestFirst { get; init; }

    /// <summary>The style of its cells; null for a plain one.</summary>
    public string? Style { get; init; }

    /// <summary>A column of figures.</summary>
    public static PageColumn Figure<T>(Phrase heading, Phrase meaning, Func<BoardRow, T?> of, Func<T, double> order, Func<T, string> show)
        where T : struct => new(
            heading,
            meaning,
            row => of(row) is { } known ? order(known) : null,
            (html, row) => html.Text(of(row) is { } known ? show(known) : Figures.None))
    {
        IsKnown = row => of(row) is not null,
        Style = "n",
    };
}
