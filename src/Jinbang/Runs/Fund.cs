namespace Jinbang.Runs;

/// <summary>Where a budget's yuan come from. Safe to use from any thread.</summary>
public abstract class Fund
{
    /// <summary>Yuan that are there without being drawn, those included that were spent before the run; null for no limit.</summary>
    public abstract decimal? AtOnce { get; }

    /// <summary>Draws yuan for a call that what was drawn has no room for.</summary>
    /// <param name="needed">Yuan of this run that must be had in all: spent, set aside, and those of the call.</param>
    /// <param name="call">Yuan of these that are for the call that waits.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>All yuan that were drawn for this run, to be asked again when they are still too few; null when no more can be had.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public abstract ValueTask<decimal?> DrawAsync(decimal needed, decimal call, CancellationToken cancellationToken);
}
