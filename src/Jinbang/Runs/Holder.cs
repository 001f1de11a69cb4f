namespace Jinbang.Runs;

/// <summary>A process at work on a ledger: whether it may begin anything, and by whom what it was answered is written. Safe to use from any thread.</summary>
public abstract class Holder
{
    /// <summary>Cancelled when the others took the process for dead and have its work: it begins nothing any more, but what it was answered is still written.</summary>
    public abstract CancellationToken Removed { get; }

    /// <summary>Waits until something may begin, which is at once as long as the process is heard of.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled, or nothing may begin any more.</exception>
    public abstract ValueTask AdmitAsync(CancellationToken cancellationToken);

    /// <summary>Writes what is new about sittings, all or nothing; done when it is on disk. Pages that are tried again are the very same list.</summary>
    /// <exception cref="LedgerFaultException">It could not be written.</exception>
    public abstract Task WriteAsync(IReadOnlyList<LedgerPage> pages, CancellationToken cancellationToken);
}
