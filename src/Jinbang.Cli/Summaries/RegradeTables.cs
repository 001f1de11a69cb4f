using System.Globalization;
using Jinbang.Boards;
using Jinbang.Grading;
using Jinbang.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>What grading kept replies anew came to, as tables for the terminal.</summary>
internal static class RegradeTables
{
    private const int MostFlips = 50;

    /// <summary>One exam's flips and moves; a sentence where nothing changes.</summary>
    public static IRenderable Of(RegradedExam exam, Language language)
    {
        var line = new Text($"{Plain.Text(exam.Title)} ({exam.Language}): " + new Phrase(
            $"grades renewed {exam.Renewed}, of these worth something else {exam.Flips.Count}.",
            $"重新评分 {exam.Renewed} 条，其中得分有变 {exam.Flips.Count} 条。").In(language));
        if (exam.Flips.Count == 0)
        {
            return line;
        }

        var rest = exam.Flips.Count - MostFlips;
        var more = new Text("· " + new Phrase($"and {rest} more; --json lists all.", $"另有 {rest} 条；--json 可列出全部。").In(language));
        return new Rows([line, Flips(exam, language), .. rest > 0 ? [more] : Array.Empty<IRenderable>(), Moves(exam, language)]);
    }

    private static Table Flips(RegradedExam exam, Language language)
    {
        var table = Headed(language, new("Question", "题目"), new("Model", "大模型"), new("Was", "原先"), new("Now", "现在"), new("Why", "原因"));
        foreach (var flip in exam.Flips.Take(MostFlips))
        {
            table.AddRow(
                Cell.Of(flip.Repeat > 0 ? $"{flip.Question} #{flip.Repeat + 1}" : flip.Question), Cell.Of(flip.Model),
                Earned(flip.Before, language), Earned(flip.After, language), Cell.Of(Why(flip.Cause).In(language)));
        }

        return table;
    }

    private static Table Moves(RegradedExam exam, Language language)
    {
        var table = Headed(language, new("Model", "大模型"), new("Accuracy", "准确率"), new("Rank", "排名"));
        foreach (var model in exam.Models)
        {
            table.AddRow(
                Cell.Of(model.Model),
                Cell.Of(Moved(Cell.Percent(model.AccuracyBefore), Cell.Percent(model.AccuracyAfter))),
                Cell.Of(Moved(Whole(model.RankBefore), Whole(model.RankAfter))));
        }

        return table;
    }

    private static Table Headed(Language language, params Phrase[] headings)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        foreach (var heading in headings)
        {
            table.AddColumn(heading.In(language));
        }

        return table;
    }

    private static Text Earned(Grade grade, Language language)
    {
        const int Longest = 40;
        var (answer, rule) = (grade.Reading.Answer, grade.Reading.Rule);
        string[] parts = [GradeWords.Say(grade.Verdict).In(language), answer.Length <= Longest ? answer : answer[..Longest] + "…", rule];
        return Cell.Of(string.Join(" · ", parts.Where(part => part.Length > 0)));
    }

    private static Phrase Why(FlipCause cause) => cause switch
    {
        FlipCause.Reader => new("read otherwise", "读法变了"),
        FlipCause.Key => new("key or credit rule", "答案或计分规则变了"),
    };

    private static string Moved(string before, string after) => before == after ? after : $"{before} → {after}";

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
