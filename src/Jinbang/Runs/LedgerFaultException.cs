namespace Jinbang.Runs;

/// <summary>The ledger could not be read or written. What was committed before stays valid.</summary>
/// <param name="problem">What is wrong and what to do, in both languages.</param>
/// <param name="isPassing">Whether the same may succeed later, as with a full disk.</param>
/// <param name="cause">What the store said.</param>
public sealed class LedgerFaultException(Phrase problem, bool isPassing, Exception? cause) : Exception(problem.English, cause)
{
    /// <summary>What is wrong and what to do, in both languages.</summary>
    public Phrase Problem { get; } = problem;

    /// <summary>Whether the same may succeed later.</summary>
    public bool IsPassing { get; } = isPassing;
}
