using Jinbang.Boards.Items;
using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Cases;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Exams;

/// <summary>One question, and who answered it how.</summary>
/// <param name="Exam">The exam.</param>
/// <param name="Question">The question, by people's decisions.</param>
/// <param name="Item">What all models together say of it; null when it is not told.</param>
/// <param name="Cases">The replies, a model's repeats together, models in the order they were first seen.</param>
public sealed record QuestionAnswers(ExamEntry Exam, Question Question, ItemRow? Item, IReadOnlyList<Case> Cases)
{
    /// <summary>Reads them.</summary>
    /// <param name="open">The workspace.</param>
    /// <param name="exams">What is told of questions.</param>
    /// <param name="entry">The exam.</param>
    /// <param name="question">The question's id.</param>
    /// <param name="isMeant">Whose replies are meant.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Null when the exam has no such question, or a decision dropped it.</returns>
    public static async Task<QuestionAnswers?> ReadAsync(
        OpenWorkspace open, AnsweredExams exams, ExamEntry entry, string question, Func<Model, bool> isMeant, CancellationToken cancellationToken)
    {
        var exam = await Decisions.ApplyAsync(open.Ledger, open.Read(entry), cancellationToken);
        if (exam.Questions.FirstOrDefault(one => one.Id == question) is not { } found)
        {
            return null;
        }

        var cases = await CaseReader.ReadAsync(open.Ledger, exam, found, isMeant, cancellationToken).ToListAsync(cancellationToken);
        var report = await exams.ReportAsync(entry);
        return new(entry, found, report.Rows.FirstOrDefault(row => row.Question == question), cases);
    }
}
