namespace Jinbang.Runs;

/// <summary>Where a budget's yuan come from. Asked by one at a time.</summary>
public abstract class Fund
{
    /// <summary>Yuan that are there without being drawn; null for no limit.</summary>
    public abstract decimal? AtOnce { get; }

    /// <summary>Draws yuan, so that a call may be made that what was drawn has no room for.</summary>
    /// <param name="committed">Yuan that are spent or set aside, those that were spent before included.</param>
    /// <param name="least">Yuan that the call needs beside them.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>All yuan drawn so far, those that were spent before included; null when no more can be had than what is.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled, or nothing may be spent here any more.</exception>
    public abstract ValueTask<decimal?> DrawAsync(decimal committed, decimal least, CancellationToken cancellationToken);

    /// <summary>Gives back what was drawn and is not needed.</summary>
    /// <param name="committed">Yuan that are spent or set aside; nothing above them is spent before the next draw.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract Task GiveBackAsync(decimal committed, CancellationToken cancellationToken);
}
