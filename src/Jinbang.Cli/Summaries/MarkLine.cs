using Jinbang.Grading;
using Jinbang.Runs.Marks;

namespace Jinbang.Cli.Summaries;

/// <summary>One line of the audit trail.</summary>
/// <param name="GivenAt">When it was said.</param>
/// <param name="By">Who said it.</param>
/// <param name="Exam">The exam's id.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Repeat">Which repeat, from 0.</param>
/// <param name="Verdict">The verdict; null for a withdrawal.</param>
/// <param name="Points">Its points; null for a withdrawal.</param>
/// <param name="Reason">Why.</param>
/// <param name="AnswerKey">The answer key at that time.</param>
/// <param name="Before">What the reply was worth before.</param>
/// <param name="After">What it was worth after.</param>
/// <param name="State">What has become of it.</param>
internal sealed record MarkLine(
    DateTimeOffset GivenAt, string By, string Exam, string Model, string Question, int Repeat, Verdict? Verdict, decimal? Points,
    string Reason, string AnswerKey, MarkedGrade? Before, MarkedGrade? After, MarkState State)
{
    public static MarkLine Of(TrailedMark trailed)
    {
        var said = trailed.Said;
        return new(
            said.GivenAt, said.By, said.Exam, said.Model, said.Question, said.Repeat, said.Mark?.Verdict, said.Mark?.Points,
            said.Reason, said.AnswerKey, said.Before, said.After, trailed.State);
    }
}
