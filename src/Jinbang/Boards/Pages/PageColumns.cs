using System.Globalization;
using Jinbang.Boards.Columns;

namespace Jinbang.Boards.Pages;

/// <summary>The columns of boards on pages, with what they mean and how they are sorted.</summary>
public static class PageColumns
{
    private static readonly Figure[] Fates = [Figure.Failed, Figure.CutOff, Figure.Refused, Figure.Unreadable];

    private static readonly Figure[] LargestFirst =
        [Figure.Accuracy, Figure.Interval, Figure.BestChance, Figure.SameRank, Figure.Part, Figure.Graded, .. Fates];

    private static readonly PageColumn Thinks = new(
        "thinks",
        new("Thinks", "思考"), new("Whether it thinks before it answers.", "是否先思考再作答。"),
        (html, row) => html.Say(PageWords.Thinking(row.Thinks)))
    { Text = row => PageWords.Code(row.Thinks) };

    private static readonly PageColumn Price = new(
        "price",
        new("Yuan/million reply tokens", "输出价（元/百万token）"), new("The list price of a million reply tokens.", "每百万输出 token 的目录价。"),
        (html, row) => html.Text(Money(PriceOf(row))))
    { Order = row => (double?)PriceOf(row), Style = "n" };

    /// <summary>The columns that tell something; one that counts mishaps is left out where there are none.</summary>
    /// <param name="board">The board.</param>
    /// <param name="without">Figures that are told elsewhere.</param>
    public static IReadOnlyList<PageColumn> Of(Board board, params IReadOnlyCollection<Figure> without) =>
    [
        .. BoardColumns.Of(board).Where(column => !without.Contains(column.Figure) && IsKnown(column, board))
            .Where(column => !Fates.Contains(column.Figure) || board.Rows.Any(row => FigureOrder.Of(column, row) > 0))
            .Select(Column),
        .. board.Rows.Any(row => row.Thinks is not null) ? [Thinks] : Array.Empty<PageColumn>(),
        .. board.Rows.Any(row => PriceOf(row) is not null) ? [Price] : Array.Empty<PageColumn>(),
    ];

    /// <summary>Yuan for a million reply tokens; null when unknown.</summary>
    public static decimal? PriceOf(BoardRow row) => row.Price?.InYuan()?.Output;

    /// <summary>Whether something stands in the column; where nothing was graded that must be seen.</summary>
    private static bool IsKnown(BoardColumn column, Board board) =>
        column.Figure is Figure.Rank or Figure.Model or Figure.Accuracy || board.Rows.Any(row => column.Show(row, board.Language) != Figures.None);

    private static PageColumn Column(BoardColumn column) => new(CodeOf(column), new(Plain.Text(column.Heading.English), Plain.Text(column.Heading.Chinese)), FigureMeaning.Of(column.Figure), Show(column))
    {
        Order = column.IsText ? null : row => FigureOrder.Of(column, row),
        Text = row => column.Show(row, Language.English),
        LargestFirst = LargestFirst.Contains(column.Figure),
        Style = column.Figure switch
        {
            Figure.Model => "name",
            Figure.Accuracy => "n score",
            _ => column.IsText ? null : "n",
        },
    };

    private static string CodeOf(BoardColumn column) =>
        column.Figure is Figure.Part ? "part." + Plain.Text(column.Heading.English) : column.Figure.ToString().ToLowerInvariant();

    private static Action<Html, BoardRow> Show(BoardColumn column) => column.Figure switch
    {
        Figure.Model => ModelCell.Show,
        Figure.Accuracy => ScoreCell.Show,
        Figure.Graded => (html, row) => html.Add("span", column.Show(row, html.Language), ("class", row.Coverage is { IsFull: false } ? "short" : null)),
        _ => (html, row) => html.Say(new(Plain.Text(column.Show(row, Language.English)), Plain.Text(column.Show(row, Language.Chinese)))),
    };

    private static string Money(decimal? yuan) => yuan?.ToString("0.##", CultureInfo.InvariantCulture) ?? Figures.None;
}
