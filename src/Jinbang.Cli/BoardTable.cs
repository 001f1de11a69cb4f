using System.Globalization;
using Jinbang.Boards;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli;

/// <summary>A board as a table for the terminal.</summary>
internal static class BoardTable
{
    private const int HouseColumn = 2;
    private const int CategoryColumn = 3;

    private static readonly Phrase Model = new("Model", "大模型");

    /// <summary>The table, a second one of what repeats have shown, and remarks below.</summary>
    /// <param name="board">The board.</param>
    /// <param name="language">The language of headings and remarks.</param>
    /// <param name="width">Columns of the terminal; where they are few, house and category are left out.</param>
    public static IRenderable Of(Board board, Language language, int width)
    {
        const int Wide = 140;
        bool IsShown(int column) => width >= Wide || column is not (HouseColumn or CategoryColumn);
        var table = new Table { Title = new TableTitle(Markup.Escape(board.Title), new Style(decoration: Decoration.Bold)) };
        table.Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var (heading, right) in Headings(language).Where((_, column) => IsShown(column)))
        {
            table.AddColumn(right ? new TableColumn(heading).RightAligned() : new TableColumn(heading));
        }

        foreach (var row in board.Rows)
        {
            table.AddRow(Cells(row, language).Where((_, column) => IsShown(column)));
        }

        var repeats = RepeatColumns.Of(board) is { Count: > 0 } columns ? [RepeatTable(board, columns, language)] : Array.Empty<IRenderable>();
        Phrase?[] prices = [PriceRemark.On(board)];
        var remarks = Remarks.On(board).Concat(prices.OfType<Phrase>());
        return new Rows([table, .. repeats, .. remarks.Select(remark => new Text("· " + remark.In(language), new Style(Color.Grey)))]);
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

    private static IEnumerable<(string, bool)> Headings(Language language) => new (Phrase Heading, bool Right)[]
    {
        (new("Rank", "排名"), true),
        (Model, false),
        (new("House", "机构"), false),
        (new("Category", "类别"), false),
        (new("Accuracy", "准确率"), true),
        (new("95 % interval", "95% 区间"), true),
        (new("Graded", "已评分"), true),
        (new("Avg. time", "平均耗时"), true),
        (new("Avg. tokens", "平均消耗token"), true),
        (new("Yuan/1,000 calls", "花费/千次（元）"), true),
    }.Select(column => (column.Heading.In(language), column.Right));

    private static IRenderable[] Cells(BoardRow row, Language language) =>
    [
        Cell.Of(row.Rank),
        Cell.Of(row.Model + (row.IsNew ? " (new)" : "")),
        Cell.Of(row.House),
        Cell.Of(Cell.Category(row.Openness).In(language)),
        new Text(Cell.Percent(row.Accuracy), new Style(decoration: Decoration.Bold)),
        Cell.Of(row.AccuracyInterval is { } interval ? $"{Cell.Percent(interval.Low)} – {Cell.Percent(interval.High)}" : "/"),
        row.Coverage is { } coverage
            ? new Text($"{coverage.Graded}/{coverage.Planned}", coverage.IsFull ? Color.Default : Color.Yellow)
            : Cell.Of("/"),
        Cell.Of(Figure(row.Seconds, "0.00", "s")),
        Cell.Of(Figure(row.Tokens, "F0", "")),
        Cell.Of(row.CostPerThousand?.ToString("F1", CultureInfo.InvariantCulture) ?? "/"),
    ];

    private static string Figure(double? value, string format, string unit) =>
        value is { } known ? known.ToString(format, CultureInfo.InvariantCulture) + unit : "/";
}
