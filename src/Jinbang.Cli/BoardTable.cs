using Jinbang.Boards;
using Jinbang.Boards.Columns;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli;

/// <summary>A board as a table for the terminal.</summary>
internal static class BoardTable
{
    private static readonly Phrase Model = new("Model", "大模型");

    /// <summary>The table, further ones of what repeats have shown and what right answers cost, and remarks below.</summary>
    /// <param name="board">The board.</param>
    /// <param name="language">The language of headings and remarks.</param>
    /// <param name="width">Columns of the terminal; where they are few, the less needed figures are left out.</param>
    public static IRenderable Of(Board board, Language language, int width)
    {
        var columns = BoardColumns.Of(board).Where(column => WidthFor(column.Figure) <= width).ToList();
        var table = new Table { Title = new TableTitle(Markup.Escape(board.Title), new Style(decoration: Decoration.Bold)) };
        table.Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(Plain.Text(column.Heading.In(language)))) { Alignment = column.IsText ? Justify.Left : Justify.Right });
        }

        foreach (var row in board.Rows)
        {
            table.AddRow(columns.Select(column => CellOf(column, row, language)));
        }

        var repeats = RepeatColumns.Of(board) is { Count: > 0 } repeated ? [RepeatTable(board, repeated, language)] : Array.Empty<IRenderable>();
        var values = board.TellsValue && ValueColumns.Of(board) is { Count: > 0 } valued ? [ValueTable(board, valued, language)] : Array.Empty<IRenderable>();
        Phrase?[] prices = [PriceRemark.On(board)];
        var remarks = Remarks.On(board, BoardStyle.Full).Concat(prices.OfType<Phrase>());
        return new Rows([table, .. repeats, .. values, .. remarks.Select(remark => new Text("· " + remark.In(language), new Style(Color.Grey)))]);
    }

    private static Table RepeatTable(Board board, IReadOnlyList<RepeatColumn> columns, Language language)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey).AddColumn(Model.In(language));
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column.Heading.In(language)).RightAligned());
        }

        foreach (var row in board.Rows.Where(row => row.Repeats is not null))
        {
            table.AddRow([Cell.Of(row.Model), .. columns.Select(column => Cell.Of(column.Show(row.Repeats!)))]);
        }

        return table;
    }

    private static Table ValueTable(Board board, IReadOnlyList<ValueColumn> columns, Language language)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey).AddColumn(Model.In(language));
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(column.Heading.In(language)).RightAligned());
        }

        foreach (var (row, place) in board.Rows.Select((row, place) => (row, place)))
        {
            table.AddRow([Cell.Of(row.Model), .. columns.Select(column => Cell.Of(column.Show(place)))]);
        }

        return table;
    }

    /// <summary>How wide a terminal must be to show a figure.</summary>
    private static int WidthFor(Figure figure) => figure switch
    {
        Figure.Rank or Figure.Model or Figure.Accuracy or Figure.Interval or Figure.Graded or Figure.Seconds or Figure.Tokens or Figure.Cost => 0,
        Figure.LikelyRank or Figure.Exams => 110,
        Figure.ProvenRank or Figure.StableRank or Figure.Part => 140,
        Figure.BestChance or Figure.P90 or Figure.SameRank => 170,
        Figure.House or Figure.Category => 190,
        Figure.Median or Figure.FirstToken => 185,
        Figure.Failed or Figure.CutOff or Figure.Refused or Figure.Unreadable => 240,
    };

    private static Text CellOf(BoardColumn column, BoardRow row, Language language)
    {
        var style = column.Figure switch
        {
            Figure.Accuracy => new Style(decoration: Decoration.Bold),
            Figure.Graded when row.Coverage is { IsFull: false } => new Style(Color.Yellow),
            _ => Style.Plain,
        };
        return new Text(Plain.Text(column.Show(row, language)), style);
    }
}
