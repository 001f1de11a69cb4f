namespace Jinbang.Web.Runs;

/// <summary>Lets those who would ask the same take turns, so that nothing is paid twice.</summary>
internal sealed class SittingTurns
{
    private readonly HashSet<string> taken = [];
    private readonly Lock gate = new();
    private TaskCompletionSource given = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until nobody else sits any of these.</summary>
    /// <param name="sittings">The sittings' keys.</param>
    /// <param name="wait">Called when there is something to wait for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Dispose of it to let others.</returns>
    public async Task<IDisposable> TakeAsync(IReadOnlySet<string> sittings, Action wait, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (!taken.Overlaps(sittings))
                {
                    taken.UnionWith(sittings);
                    return new Turn(this, sittings);
                }

                next = given.Task;
            }

            wait();
            await next.WaitAsync(cancellationToken);
        }
    }

    private void Give(IReadOnlySet<string> sittings)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            taken.ExceptWith(sittings);
            waiting = given;
            given = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.SetResult();
    }

    private sealed class Turn(SittingTurns turns, IReadOnlySet<string> sittings) : IDisposable
    {
        public void Dispose() => turns.Give(sittings);
    }
}
