using System.Globalization;
using Jinbang.Grading;
using Jinbang.Runs.Marks;
using Jinbang.Workspaces;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>Marks as a table for the terminal.</summary>
internal static class MarkTable
{
    private static readonly Phrase[] Headings =
    [
        new("When (UTC)", "时间（UTC）"), new("By", "标注人"), new("Exam", "题库"), new("Model", "大模型"), new("Question", "题目"),
        new("Was", "原先"), new("Now", "改判"), new("Why", "理由"), new("State", "状态"),
    ];

    public static IRenderable Of(MarkSummary summary, Language language)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var heading in Headings)
        {
            table.AddColumn(heading.In(language));
        }

        foreach (var line in summary.Marks)
        {
            table.AddRow(
                Cell.Of(line.GivenAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), Cell.Of(line.By), Cell.Of(line.Exam), Cell.Of(line.Model),
                Cell.Of(line.Repeat > 0 ? $"{line.Question} #{line.Repeat + 1}" : line.Question),
                Worth(line.Before, language), Worth(line.After, language), Cell.Of(line.Reason), Cell.Of(Say(line.State, line.AnswerKey).In(language)));
        }

        return table;
    }

    private static Text Worth(MarkedGrade? grade, Language language) => Cell.Of(grade is null
        ? new Phrase("not graded", "无评分").In(language)
        : $"{GradeWords.Say(grade.Verdict).In(language)}{Points(grade)} · {grade.Rule}");

    private static string Points(MarkedGrade grade) => grade.Verdict == Verdict.Partial ? " " + ModelWords.Figure(grade.Points) : "";

    private static Phrase Say(MarkState state, string key) => state switch
    {
        MarkState.Counts => new("counts", "有效"),
        MarkState.UnderAnotherKey => new($"counts; the key was {key} then", $"有效；标注时答案为 {key}"),
        MarkState.Replaced => new("replaced later", "已被后来的取代"),
        MarkState.Withdrawal => new("mark withdrawn", "撤回标注"),
        MarkState.Bygone => new("gone: reworded or asked anew", "已失效：题目改过或已重考"),
        MarkState.Unknown => new("exam not at hand", "未见题库"),
    };
}
