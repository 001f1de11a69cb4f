namespace Jinbang.Runs.Ledgers;

/// <summary>Up to where a ledger is followed.</summary>
/// <param name="Attempt">The number of an attempt.</param>
/// <param name="Change">The number of a change to an attempt.</param>
/// <param name="Used">The number of a beginning of a sitting.</param>
internal sealed record LedgerEnd(long Attempt, long Change, long Used)
{
    /// <summary>The beginning.</summary>
    public static readonly LedgerEnd None = new(0, 0, 0);

    /// <summary>Whether it is not before another in anything.</summary>
    public bool IsFrom(LedgerEnd other) => Attempt >= other.Attempt && Change >= other.Change && Used >= other.Used;

    /// <summary>The later of both in each.</summary>
    public LedgerEnd AtLeast(LedgerEnd other) => new(Math.Max(Attempt, other.Attempt), Math.Max(Change, other.Change), Math.Max(Used, other.Used));
}
