using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Runs.Search;

/// <summary>A kept reply that a search found.</summary>
/// <param name="Id">Its number in the ledger: later ones have greater ones.</param>
/// <param name="Key">The attempt's key.</param>
/// <param name="Exam">The exam's id.</param>
/// <param name="Language">The language it was asked in.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Outcome">How asking ended.</param>
/// <param name="Text">The reply; of a failed attempt what went wrong.</param>
public sealed record CaseHit(long Id, string Key, string Exam, Language Language, string Model, string Question, Outcome Outcome, string Text)
{
    /// <summary>Which sitting it belongs to.</summary>
    public required string Sitting { get; init; }

    /// <summary>Which repeat, from 0.</summary>
    public int Repeat { get; init; }

    /// <summary>What it is worth; null when it was not graded.</summary>
    public Verdict? Verdict { get; init; }

    /// <summary>The rule it was read by; null when it was not graded.</summary>
    public string? Rule { get; init; }

    /// <summary>What was read; null when it was not graded.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether a person's mark counts.</summary>
    public bool IsMarked { get; init; }

    /// <summary>When it was asked.</summary>
    public DateTimeOffset AskedAt { get; init; }

    /// <summary>The day of that, in UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(AskedAt.UtcDateTime);
}
