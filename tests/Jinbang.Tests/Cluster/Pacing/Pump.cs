namespace Jinbang.Tests.Cluster.Pacing;

/// <summary>Runs what is awaited on the thread of the test, in the order in which it becomes ready: the same each time.</summary>
internal sealed class Pump : SynchronizationContext, IDisposable
{
    private readonly SynchronizationContext? before = Current;
    private readonly Queue<(SendOrPostCallback Do, object? State)> ready = new();

    public Pump() => SetSynchronizationContext(this);

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (ready)
        {
            ready.Enqueue((d, state));
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    /// <summary>Does what is ready, and what becomes ready by that.</summary>
    public void Run()
    {
        while (Next() is { Do: { } act } next)
        {
            act(next.State);
        }
    }

    public void Dispose() => SetSynchronizationContext(before);

    private (SendOrPostCallback? Do, object? State) Next()
    {
        lock (ready)
        {
            return ready.TryDequeue(out var next) ? next : default;
        }
    }
}
