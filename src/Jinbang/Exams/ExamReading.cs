namespace Jinbang.Exams;

/// <summary>What reading an exam file gave: the usable questions, and every problem found.</summary>
/// <param name="Exam">The exam with the questions that have no error; null when no question is usable.</param>
/// <param name="Format">The name of the format the file was recognised as.</param>
/// <param name="Problems">All problems, in file order.</param>
public sealed record ExamReading(Exam? Exam, string Format, IReadOnlyList<Problem> Problems)
{
    /// <summary>Whether any problem makes a question unusable.</summary>
    public bool HasErrors => Problems.Any(problem => problem.Severity == Severity.Error);
}
