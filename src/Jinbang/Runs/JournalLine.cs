using Jinbang.Grading;

namespace Jinbang.Runs;

/// <summary>One attempt on its way into the ledger.</summary>
/// <param name="Progress">The sitting it belongs to.</param>
/// <param name="Entry">The attempt.</param>
/// <param name="Final">What counts in the sums; null while judges are still to grade it.</param>
internal sealed record JournalLine(ModelProgress Progress, LedgerEntry Entry, GradedReply? Final)
{
    /// <summary>Whether the ledger has the attempt already and only its grade is replaced.</summary>
    public bool IsRegrade { get; init; }

    /// <summary>Whether this run asked it, as against found it.</summary>
    public bool IsOfThisRun { get; init; } = true;
}
