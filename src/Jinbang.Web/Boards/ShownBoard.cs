using Jinbang.Boards;
using Jinbang.Boards.Pages;
using Jinbang.Boards.Rollups;

namespace Jinbang.Web.Boards;

/// <summary>A board as a reader looks at it.</summary>
/// <param name="Usual">The board by its own weights.</param>
/// <param name="Whole">The board by the reader's weights, with all rows.</param>
/// <param name="View">With the chosen rows, in the chosen order; ranks stay those of the whole board.</param>
/// <param name="Unknown">How many rows were left out because nobody knows whether they fit.</param>
public sealed record ShownBoard(Board Usual, Board Whole, Board View, int Unknown)
{
    /// <summary>All columns that tell something.</summary>
    public required IReadOnlyList<PageColumn> Columns { get; init; }

    /// <summary>The column that rows are sorted by.</summary>
    public required PageColumn Sorted { get; init; }

    /// <summary>Whether its values descend.</summary>
    public bool Descends { get; init; }

    /// <summary>What of the address could not be understood; null when all was.</summary>
    public Phrase? Problem { get; init; }

    /// <summary>Makes it; a condition that cannot be read chooses every row, and is told as a problem.</summary>
    /// <param name="board">The board, in the reader's language.</param>
    /// <param name="query">What the address says.</param>
    public static ShownBoard Of(Board board, BoardQuery query)
    {
        try
        {
            return Of(board, query, BoardFilters.Chosen);
        }
        catch (BadInputException fault)
        {
            return Of(board, query, (whole, _) => (whole.Rows, 0)) with { Problem = fault.Problem };
        }
    }

    private static ShownBoard Of(Board board, BoardQuery query, Func<Board, BoardQuery, (IReadOnlyList<BoardRow> Rows, int Unknown)> choose)
    {
        var whole = query.Moved(board) is { } weights ? MovedWeights.Of(board, weights) : board;
        var (rows, unknown) = choose(whole, query);
        var columns = PageColumns.Of(whole);
        var sorted = columns.FirstOrDefault(column => column.Code == query.Sort) ?? columns[0];
        var descends = sorted.LargestFirst != query.IsReversed;
        var isOwnOrder = sorted == columns[0] && !descends;
        return new(board, whole, whole with { Rows = isOwnOrder ? rows : [.. InOrder(rows, sorted, descends)], PublishedPage = null }, unknown)
        {
            Columns = columns,
            Sorted = sorted,
            Descends = descends,
        };
    }

    /// <summary>Rows without the figure come last, whichever way it goes; equals keep the board's order.</summary>
    private static IEnumerable<BoardRow> InOrder(IReadOnlyList<BoardRow> rows, PageColumn column, bool descends)
    {
        if (column.Order is not { } order)
        {
            var text = column.Text ?? (_ => "");
            return descends ? rows.OrderByDescending(text, StringComparer.OrdinalIgnoreCase) : rows.OrderBy(text, StringComparer.OrdinalIgnoreCase);
        }

        var known = rows.ToLookup(row => order(row) is not null);
        return (descends ? known[true].OrderByDescending(order) : known[true].OrderBy(order)).Concat(known[false]);
    }
}
