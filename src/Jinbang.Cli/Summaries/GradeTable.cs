using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>What grading a log came to, as a table for the terminal.</summary>
internal static class GradeTable
{
    public static IRenderable Of(GradeSummary summary, Language language)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(Boards.Plain.Text(summary.Exam)), new Style(decoration: Decoration.Bold)) };
        table.Border(TableBorder.Rounded).BorderColor(Color.Grey).AddColumn(new Phrase("Model", "大模型").In(language));
        foreach (var heading in Numbers)
        {
            table.AddColumn(new TableColumn(heading.In(language)).RightAligned());
        }

        foreach (var model in summary.Models)
        {
            table.AddRow(Cells(model));
        }

        return new Rows([table, .. Remarks(summary).Select(remark => new Text("· " + remark.In(language), new Style(Color.Grey)))]);
    }

    private static Phrase[] Numbers =>
    [
        new("Accuracy", "准确率"), new("95 % interval", "95% 区间"), new("Graded", "已评分"), new("Right", "正确"),
        new("Partial", "部分得分"), new("Wrong", "错误"), new("Unreadable", "读不出"), new("Unanswered", "未作答"),
        new("Failed", "失败"), new("Not asked", "未问"),
    ];

    private static IRenderable[] Cells(GradedModel model) =>
    [
        Cell.Of(model.Model ?? "–"),
        new Text(Cell.Percent(model.Accuracy), new Style(decoration: Decoration.Bold)),
        Cell.Of(model.Accuracy is null ? "/" : $"{Cell.Percent(model.AccuracyLow)} – {Cell.Percent(model.AccuracyHigh)}"),
        Cell.Of(model.Graded), Cell.Of(model.Right), Cell.Of(model.Partial), Cell.Of(model.Wrong),
        Cell.Of(model.Unreadable), Cell.Of(model.Unanswered), Cell.Of(model.Failed), Cell.Of(model.NotAsked),
    ];

    private static IEnumerable<Phrase> Remarks(GradeSummary summary)
    {
        if (summary.Models.Any(model => model.NotAsked > 0))
        {
            yield return new(
                $"Not asked: questions of the {summary.Questions} without a reply; they do not count.",
                $"未问：{summary.Questions} 题中没有回复的题，不计入准确率。");
        }

        if (summary.Models.Any(model => model.Failed > 0))
        {
            yield return new("Failed: calls without a reply; they do not count.", "失败：没有得到回复的调用，不计入准确率。");
        }
    }
}
