using Jinbang.Boards;
using Jinbang.Boards.Columns;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli;

/// <summary>Many boards as one table for the terminal: a line each.</summary>
internal static class BoardList
{
    private const int MostNames = 3;

    /// <summary>The table, and how to see more.</summary>
    /// <param name="boards">The boards.</param>
    /// <param name="language">The language of headings.</param>
    public static IRenderable Of(IReadOnlyList<Board> boards, Language language)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey)
            .AddColumn(new Phrase("Board", "榜单").In(language))
            .AddColumn(new TableColumn(new Phrase("Questions", "题数").In(language)).RightAligned())
            .AddColumn(new TableColumn(new Phrase("Models", "模型数").In(language)).RightAligned())
            .AddColumn(new Phrase("First", "榜首").In(language))
            .AddColumn(new TableColumn(new Phrase("Best accuracy", "最高准确率").In(language)).RightAligned());
        foreach (var board in boards)
        {
            var first = board.Leaders;
            table.AddRow(
                Cell.Of(board.Title), CountOf(board.Questions), CountOf(board.Rows.Count), Cell.Of(Named(first)),
                Cell.Of(first is [var best, ..] ? BoardColumns.AccuracyOf(best.Accuracy, best.State).In(language) : ""));
        }

        var more = new Phrase(
            "Many boards: only those who share each first rank. The rest is in the files; `jinbang board EXAM` and `--limit 10` show tables.",
            "榜单较多：这里只列出各榜并列榜首的模型。其余见文件；`jinbang board 题库` 或 `--limit 10` 可显示表格。");
        return new Rows(table, new Text("· " + more.In(language), new Style(Color.Grey)));
    }

    /// <summary>Others' boards do not tell everything.</summary>
    private static Text CountOf(int number) => number > 0 ? Cell.Of(number) : new Text("/");

    private static string Named(IReadOnlyList<BoardRow> first) =>
        string.Join(", ", first.Take(MostNames).Select(row => row.Model)) + (first.Count > MostNames ? $" … ({first.Count})" : "");
}
