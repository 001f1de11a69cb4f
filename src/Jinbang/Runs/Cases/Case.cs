using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs.Marks;

namespace Jinbang.Runs.Cases;

/// <summary>One reply to one question, with all that shows what became of it and why.</summary>
/// <param name="Exam">The exam.</param>
/// <param name="ExamVersion">Identifies the exam's questions as they are worded; <see cref="ExamVersions.Of"/>.</param>
/// <param name="Model">Who was asked.</param>
/// <param name="Question">What was asked, with its key.</param>
/// <param name="Entry">The attempt: its reply as it came, and its grade by the present reader and key.</param>
public sealed record Case(Exam Exam, string ExamVersion, Model Model, Question Question, LedgerEntry Entry)
{
    /// <summary>The person's mark that counts; null when none was given.</summary>
    public LedgerMark? Mark { get; init; }

    /// <summary>The grade that rules and judges give a marked reply; null when it is not marked, or they give none.</summary>
    public Grade? WithoutMark { get; init; }
}
