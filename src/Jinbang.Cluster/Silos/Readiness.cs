namespace Jinbang.Cluster.Silos;

/// <summary>Whether a silo takes work. Safe to use from any thread.</summary>
internal sealed class Readiness : IDisposable
{
    private volatile CancellationTokenSource drain = new();

    /// <summary>Whether it does.</summary>
    public bool TakesWork => !drain.IsCancellationRequested;

    /// <summary>Cancelled when it is to take nothing more; another, once it takes work again.</summary>
    public CancellationToken Drained => drain.Token;

    /// <summary>Has it take nothing more.</summary>
    public Task DrainAsync() => drain.CancelAsync();

    /// <summary>Has it take work again.</summary>
    public void Resume() => drain = new();

    /// <inheritdoc/>
    public void Dispose() => drain.Dispose();
}
