using Jinbang.Exams;

namespace Jinbang.Runs;

/// <summary>An exam with the models that are to sit it.</summary>
/// <param name="Exam">The exam.</param>
/// <param name="Candidates">The models.</param>
public sealed record Examination(Exam Exam, IReadOnlyList<Candidate> Candidates);
