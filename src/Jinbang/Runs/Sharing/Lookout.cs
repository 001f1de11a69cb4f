using Jinbang.Runs.Ledgers;

namespace Jinbang.Runs.Sharing;

/// <summary>Waits for what others do in sittings of which nothing can be taken: one look for all of them. Safe to use from any thread.</summary>
/// <param name="leases">What is given out.</param>
/// <param name="runs">Where sittings are stopped.</param>
internal sealed class Lookout(Leases leases, SharedRuns runs)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Wait> dry = [];
    private readonly Dictionary<string, Wait> left = [];

    /// <summary>Waits until something of a sitting can be taken.</summary>
    /// <param name="sitting">The sitting's key.</param>
    /// <param name="knows">Whether this process knows of a lease that it has, by its first place. If not, it never heard of having taken it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False when nothing of it will come any more.</returns>
    public Task<bool> UntilFreeAsync(string sitting, Func<int, bool> knows, CancellationToken cancellationToken) => WaitAsync(dry, sitting, knows, cancellationToken);

    /// <summary>Waits until the others have done a sitting that this process asks no more, or none of them asks it either.</summary>
    public Task UntilOverAsync(string sitting, CancellationToken cancellationToken) => WaitAsync(left, sitting, _ => true, cancellationToken);

    /// <summary>Looks once, and tells those who wait.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var (waiting, gone) = Awaited();
        if (waiting.Length + gone.Length == 0)
        {
            return;
        }

        try
        {
            if (gone.Length > 0)
            {
                await runs.StopUnlessAskedAsync(gone, cancellationToken);
            }

            Tell(await leases.OpenAsync([.. waiting, .. gone], cancellationToken), waiting, gone);
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !PostgresFaults.IsPassing(fault))
        {
            // Nobody must wait in vain.
            Fail(fault);
        }
    }

    private (string[] Waiting, string[] Gone) Awaited()
    {
        lock (gate)
        {
            return ([.. dry.Keys], [.. left.Keys]);
        }
    }

    private Task<bool> WaitAsync(Dictionary<string, Wait> waits, string sitting, Func<int, bool> knows, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!waits.TryGetValue(sitting, out var wait))
            {
                wait = waits[sitting] = new Wait(knows);
            }

            return wait.IsFree.Task.WaitAsync(cancellationToken);
        }
    }

    private void Tell(IReadOnlyDictionary<string, (bool IsFree, int[] Own)> open, string[] waiting, string[] gone)
    {
        lock (gate)
        {
            foreach (var sitting in waiting)
            {
                var isOpen = open.TryGetValue(sitting, out var found);
                if (!isOpen || found.IsFree || !found.Own.All(dry[sitting].Knows))
                {
                    Complete(dry, sitting, isOpen);
                }
            }

            foreach (var sitting in gone.Where(sitting => !open.ContainsKey(sitting)))
            {
                Complete(left, sitting, false);
            }
        }
    }

    private void Fail(Exception fault)
    {
        lock (gate)
        {
            foreach (var wait in dry.Values.Concat(left.Values))
            {
                wait.IsFree.SetException(fault);
            }

            dry.Clear();
            left.Clear();
        }
    }

    private static void Complete(Dictionary<string, Wait> waits, string sitting, bool isFree)
    {
        waits.Remove(sitting, out var wait);
        wait!.IsFree.SetResult(isFree);
    }

    private sealed record Wait(Func<int, bool> Knows)
    {
        public TaskCompletionSource<bool> IsFree { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
