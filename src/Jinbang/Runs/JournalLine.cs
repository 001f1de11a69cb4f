namespace Jinbang.Runs;

/// <summary>One thing to be written, and who waits for it; with nothing in it, the sitting's mark is raised.</summary>
/// <param name="Books">Of the sitting it belongs to.</param>
internal sealed record JournalLine(Books Books)
{
    /// <summary>Whose sums the attempt counts in; null when none is written.</summary>
    public ModelProgress? Progress { get; init; }

    /// <summary>What becomes of the attempt once it is written; null while judges are still to grade it.</summary>
    public Finished? Final { get; init; }

    /// <summary>Whether this run asked it, as against found it.</summary>
    public bool IsOfThisRun { get; init; } = true;

    public LedgerEntry? Entry { get; init; }

    public LedgerEntry? Grade { get; init; }

    public LedgerJudgement? Judgement { get; init; }

    /// <summary>What was set aside for it, to be settled when it is on disk.</summary>
    public Hold? Hold { get; init; }

    public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public decimal Cost => (Entry?.Reply ?? Judgement?.Judgement.Reply)?.Cost ?? 0;

    /// <summary>Whether a reply is lost when it cannot be written.</summary>
    public bool HoldsReply => Judgement is not null || Entry is { Reply.Outcome: not Models.Outcome.Failed };
}
