namespace Jinbang.Boards.Columns;

/// <summary>A column of a board for people.</summary>
/// <param name="Figure">What it shows.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Show">What stands in it for a row, in a language; not yet escaped.</param>
public sealed record BoardColumn(Figure Figure, Phrase Heading, Func<BoardRow, Language, string> Show)
{
    /// <summary>Whether it holds words, which are aligned to the left, not figures.</summary>
    public bool IsText => Figure is Figure.Model or Figure.House or Figure.Category;
}
