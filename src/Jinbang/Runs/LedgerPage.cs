using System.Collections.Frozen;
using Jinbang.Runs.Marks;

namespace Jinbang.Runs;

/// <summary>What is written about one sitting at a time, all or nothing.</summary>
/// <param name="Sitting">The sitting's key.</param>
public sealed record LedgerPage(string Sitting)
{
    /// <summary>Attempts. One that already has a reply stays as it is; a failed one is replaced.</summary>
    public IReadOnlyList<LedgerEntry> Entries { get; init; } = [];

    /// <summary>Attempts of the ledger whose grades are replaced.</summary>
    public IReadOnlyList<LedgerEntry> Grades { get; init; } = [];

    /// <summary>The sitting's sums with all this; those kept are forgotten when attempts are written without, and whoever
    /// needs them then counts anew.</summary>
    public SittingSums? Sums { get; init; }

    /// <summary>The sitting's results without replies; those kept are forgotten whenever attempts or grades are written.</summary>
    public SittingSheet? Sheet { get; init; }

    /// <summary>What judges replied; a judgement that is there already stays.</summary>
    public IReadOnlyList<LedgerJudgement> Judgements { get; init; } = [];

    /// <summary>What persons said of replies; kept for good, the earlier ones too.</summary>
    public IReadOnlyList<LedgerMark> Marks { get; init; } = [];

    /// <summary>Leases whose attempts are all in the ledger with this; there are none where nobody shares a sitting.</summary>
    public IReadOnlyList<Lease> Ended { get; init; } = [];

    /// <summary>Yuan that may have been billed for calls without a reply, added to those lost before.</summary>
    public decimal Lost { get; init; }

    /// <summary>What of all this was paid or lost in this run, by the name of the model that was asked: in yuan of the budget.</summary>
    public IReadOnlyDictionary<string, decimal> Used { get; init; } = FrozenDictionary<string, decimal>.Empty;

    /// <summary>Whether there is nothing to write.</summary>
    internal bool IsEmpty => !ConcernsSums && Judgements.Count + Marks.Count + Ended.Count == 0 && this is { Lost: 0, Outstanding: null, Sheet: null };

    /// <summary>Whether the sitting's sums change.</summary>
    internal bool ConcernsSums => Sums is not null || Entries.Count + Grades.Count > 0;

    /// <summary>Yuan set aside for calls whose end the ledger does not know yet; null when that stays as it is.</summary>
    public decimal? Outstanding { get; init; }
}
