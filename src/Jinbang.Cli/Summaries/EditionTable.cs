using Jinbang.Boards.Editions;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>Editions, and the boards of one, as tables for the terminal.</summary>
internal static class EditionTable
{
    public static IRenderable Of(EditionSummary summary, Language language)
    {
        var table = Headed(
            language, [new("Version", "版次"), new("Date", "日期"), new("Kind", "类型")],
            [new("Boards", "榜单"), new("Exams", "题库"), new("Questions", "题目"), new("Models", "模型"), new("New", "新增"), new("Retired", "移除")]);
        foreach (var line in summary.Editions)
        {
            table.AddRow(
                Cell.Of(line.Version), Cell.Of(Cell.Day(line.Date)), Cell.Of((line.Kind is { } kind ? Say(kind) : new Phrase("first", "首版")).In(language)),
                Cell.Of(line.Boards), Cell.Of(line.Exams), Cell.Of(line.Questions), Cell.Of(line.Models), Cell.Of(line.NewModels), Cell.Of(line.RetiredModels));
        }

        return table;
    }

    public static IRenderable Of(EditionManifest edition, Language language)
    {
        var table = Headed(language, [new("Board", "榜单"), new("File", "文件"), new("Version of the exam", "题库版本")], [new("Questions", "题目"), new("Models", "模型")]);
        foreach (var board in edition.Boards)
        {
            table.AddRow(Cell.Of(board.Title), Cell.Of(board.File), Cell.Of(board.ExamVersion ?? "/"), Cell.Of(board.Questions), Cell.Of(board.Rows.Count));
        }

        return table;
    }

    private static Table Headed(Language language, Phrase[] texts, Phrase[] numbers)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var heading in texts)
        {
            table.AddColumn(heading.In(language));
        }

        foreach (var heading in numbers)
        {
            table.AddColumn(new TableColumn(heading.In(language)).RightAligned());
        }

        return table;
    }

    private static Phrase Say(EditionKind kind) => kind switch
    {
        EditionKind.Patch => new("patch", "修订"),
        EditionKind.Minor => new("minor", "小版本"),
        EditionKind.Major => new("major", "大版本"),
    };
}
