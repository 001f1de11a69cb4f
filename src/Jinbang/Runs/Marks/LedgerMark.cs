using System.Globalization;
using Jinbang.Grading;

namespace Jinbang.Runs.Marks;

/// <summary>What a person said of one reply, as the ledger keeps it for good: a mark, or that the earlier one is withdrawn.</summary>
/// <param name="Sitting">The sitting's key.</param>
/// <param name="Attempt">The attempt's key: a question that is reworded is another attempt, and has no mark.</param>
/// <param name="GivenAt">When it was said.</param>
/// <param name="By">Who said it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Mark">The mark; null when the earlier one is withdrawn.</param>
public sealed record LedgerMark(string Sitting, string Attempt, DateTimeOffset GivenAt, string By, string Reason, HumanMark? Mark)
{
    /// <summary>What it is known by.</summary>
    public string Key => Fingerprint.Of(
        Attempt, GivenAt.ToString("O", CultureInfo.InvariantCulture), By, Reason, Mark?.Verdict.ToString(), Mark?.Points.ToString(CultureInfo.InvariantCulture));

    /// <summary>The exam's id at that time.</summary>
    public required string Exam { get; init; }

    /// <summary>The model's name at that time.</summary>
    public required string Model { get; init; }

    /// <summary>The question's id at that time.</summary>
    public required string Question { get; init; }

    /// <summary>Which repeat, from 0.</summary>
    public required int Repeat { get; init; }

    /// <summary>The answer key at that time; <see cref="HumanMark.KeyOf"/>.</summary>
    public required string AnswerKey { get; init; }

    /// <summary>What the reply was worth before; null when it had no grade.</summary>
    public MarkedGrade? Before { get; init; }

    /// <summary>What it was worth after; null when it had no grade.</summary>
    public MarkedGrade? After { get; init; }
}
