using Jinbang.Exams.Decisions;

namespace Jinbang.Exams;

/// <summary>A bank of questions with keys, in one language.</summary>
/// <param name="Id">Short name used in file names and the ledger: letters of any script, digits, hyphens, underscores.</param>
/// <param name="Title">The name shown on boards.</param>
/// <param name="Language">The language its questions are asked in.</param>
/// <param name="Credit">The rule for questions with several right options.</param>
/// <param name="Questions">The questions in the order of the file; never empty, ids unique.</param>
public sealed record Exam(
    string Id, string Title, Language Language, CreditRule Credit, IReadOnlyList<Question> Questions)
{
    /// <summary>The languages that its file can be asked in, the first one first.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = [Language];

    /// <summary>People's decisions that its questions are by already; dropped questions are not among them.</summary>
    public IReadOnlyList<KeyDecision> Decisions { get; init; } = [];
}
