namespace Jinbang.Runs.Search;

/// <summary>How far an index has come.</summary>
/// <param name="Done">The number of the last attempt that it has.</param>
/// <param name="Of">The number of the last attempt that the ledger had when that was looked up.</param>
public sealed record SearchProgress(long Done, long Of)
{
    /// <summary>Whether everything can be found.</summary>
    public bool IsDone => Done >= Of;
}
