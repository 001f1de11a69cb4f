namespace Jinbang.Runs;

/// <summary>What of a sitting is still to be done. Safe to use from any thread.</summary>
internal abstract class Backlog
{
    /// <summary>Takes what is next; waits while nothing is there and something may come.</summary>
    /// <returns>Null when nothing comes any more, unless something is returned.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled while waiting.</exception>
    public abstract ValueTask<Piece?> TakeAsync(CancellationToken cancellationToken);

    /// <summary>A piece that was to be asked has its reply, or will have none: another may be taken up. For each once.</summary>
    public virtual void PutDown()
    {
    }

    /// <summary>Takes all that is to be judged, as far as that is known.</summary>
    public abstract IReadOnlyList<Piece> TakeKept();

    /// <summary>Puts attempts back that were taken and not asked.</summary>
    public abstract void Return(IEnumerable<Attempt> attempts);

    /// <summary>An attempt's end is in the page that is written next. Told in the order of pages.</summary>
    /// <returns>The lease that ends with it, to be in that page too; null when none does.</returns>
    public abstract Lease? End(Attempt attempt);

    /// <summary>Nothing more is to be taken, here or by anybody else.</summary>
    public abstract void Stop(Phrase why);
}
