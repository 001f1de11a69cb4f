namespace Jinbang.Runs;

/// <summary>Where a budget's yuan come from. Safe to use from any thread.</summary>
public abstract class Fund
{
    /// <summary>Yuan that are there without being drawn; null for no limit.</summary>
    public abstract decimal? AtOnce { get; }

    /// <summary>Draws yuan, so that a call may be made that what was drawn has no room for, and tells the budget of all that it has then.</summary>
    /// <param name="budget">Who needs them, <see cref="Budget.Fill"/> of which is told.</param>
    /// <param name="least">Yuan that the call needs beside all that is spent and set aside.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Whether there is room now, or was a moment ago; false when no more can be had than what is.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public abstract ValueTask<bool> DrawAsync(Budget budget, decimal least, CancellationToken cancellationToken);
}
