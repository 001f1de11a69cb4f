namespace Jinbang.Runs;

/// <summary>What one commit writes of a sitting.</summary>
/// <param name="Sitting">The sitting's key.</param>
public sealed record LedgerChange(string Sitting)
{
    /// <summary>Attempts to keep. One that already has a reply stays as it is; a failed one is replaced.</summary>
    public IReadOnlyList<LedgerEntry> Recorded { get; init; } = [];

    /// <summary>Attempts in the ledger whose grades are replaced.</summary>
    public IReadOnlyList<LedgerEntry> Regraded { get; init; } = [];

    /// <summary>The sitting's sums with all this; null when they are not known, and then whoever needs them counts anew.</summary>
    public SittingSums? Sums { get; init; }
}
