using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>One attempt as the ledger keeps it.</summary>
/// <param name="Key">What the attempt is known by; <see cref="Attempt.Key"/>.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Repeat">Which repeat, from 0.</param>
/// <param name="AskedAt">When the successful call was made.</param>
/// <param name="Reply">What came back.</param>
/// <param name="Grade">What it is worth; null when asking failed, or while judges are still to give points.</param>
public sealed record LedgerEntry(
    string Key, string Question, int Repeat, DateTimeOffset AskedAt, Reply Reply, Grade? Grade)
{
    /// <summary>Identifies what was sent, whatever the exam: the model's settings, the prompt and the repeat; null when
    /// recorded before this was kept.</summary>
    public string? Request { get; init; }

    /// <summary>Identifies the key that the grade was given by, so that a corrected key is noticed; null when asking failed.</summary>
    public string? GradedBy { get; init; }

    /// <summary>The keys of the judgements that the grade was given by, blanks between them; null when by rules alone.</summary>
    public string? JudgedBy { get; init; }

    /// <summary>The key of the mark that a person gave and that the grade is by; null when no person did.</summary>
    public string? MarkedBy { get; init; }
}
