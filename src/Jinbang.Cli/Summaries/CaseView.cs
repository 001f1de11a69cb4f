using System.Globalization;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs.Cases;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli.Summaries;

/// <summary>One case for the terminal: the question with its options and key, the reply, what was read and what it is worth.</summary>
/// <param name="language">The language spoken.</param>
/// <param name="isFull">Whether long texts are shown whole.</param>
internal sealed class CaseView(Language language, bool isFull)
{
    private const int Head = 400;
    private const int Tail = 200;

    public IRenderable Of(Case found)
    {
        var lines = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2)).AddColumn();
        foreach (var (label, text) in Parts(found))
        {
            lines.AddRow(new Text(label.In(language), new Style(Color.Grey)), new Text(text));
        }

        return new Rows(new Text(Title(found), new Style(decoration: Decoration.Bold)), lines);
    }

    private string Title(Case found)
    {
        var verdict = found.Entry.Grade is { } grade ? GradeWords.Say(grade.Verdict) : GradeWords.Say(found.Entry.Reply.Outcome);
        string[] parts =
        [
            found.Exam.Title, found.Question.Stratum ?? "", found.Question.Id + (found.Entry.Repeat > 0 ? $" #{found.Entry.Repeat + 1}" : ""),
            found.Model.Name, verdict.In(language),
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0).Select(Boards.Plain.Text));
    }

    private IEnumerable<(Phrase Label, string Text)> Parts(Case found)
    {
        var (question, reply) = (found.Question, found.Entry.Reply);
        (Phrase, string?)[] parts =
        [
            (new("Passage", "材料"), question.Passage),
            (new("Question", "题目"), string.Join('\n', [question.Stem, .. question.Options.Select(option => $"{option.Letter}. {option.Text}")])),
            (new("Key", "答案"), question.Key.ToString()),
            (new("Reply", "回复"), reply.Outcome == Outcome.Failed ? reply.Error : reply.Text.Length > 0 ? reply.Text : new Phrase("(empty)", "（空）").In(language)),
            (new("Outcome", "结果"), reply.Outcome is Outcome.Refused or Outcome.CutOff ? GradeWords.Say(reply.Outcome).In(language) : null),
            (new("Read", "读法"), found.Entry.Grade is { } grade ? Worth(grade) : null),
            (new("Marked", "改判"), found.Mark is { } mark ? $"{mark.By}: {mark.Reason}" : null),
            (new("Unmarked", "改判前"), found.WithoutMark is { } unmarked ? Worth(unmarked) : null),
        ];
        return parts.Where(part => part.Item2 is { Length: > 0 }).Select(part => (part.Item1, Cell.Lines(Short(part.Item2!))));
    }

    private string Worth(Grade grade)
    {
        var points = grade.Verdict == Verdict.Partial ? " " + grade.Points.ToString("0.###", CultureInfo.InvariantCulture) : "";
        string[] parts = [grade.Reading.Answer, grade.Reading.Rule, GradeWords.Say(grade.Verdict).In(language) + points];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    private string Short(string text)
    {
        if (isFull || text.Length <= Head + Tail)
        {
            return text;
        }

        var left = text.Length - Head - Tail;
        var gap = new Phrase($"… {left} characters left out; --full shows them …", $"……省略 {left} 个字符，--full 可全部显示……").In(language);
        return $"{text[..Head]}\n{gap}\n{text[^Tail..]}";
    }
}
