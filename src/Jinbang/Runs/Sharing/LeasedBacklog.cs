using Jinbang.Runs.Ledgers;

namespace Jinbang.Runs.Sharing;

/// <summary>The backlog of a sitting that holders on many machines work on: places come lease by lease. Safe to use from any thread.</summary>
/// <param name="leases">Where they come from.</param>
/// <param name="runs">Where it is told that nothing more is to be asked.</param>
/// <param name="seat">Whose attempts they are.</param>
/// <param name="limit">How many questions are asked; null for all.</param>
/// <param name="time">The clock.</param>
internal sealed class LeasedBacklog(Leases leases, SharedRuns runs, Seat seat, int? limit, TimeProvider time) : Backlog, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock gate = new();
    private readonly Queue<int> places = new();
    private readonly Dictionary<int, Lease> leaseOf = [];
    private readonly Dictionary<Lease, int> unfinished = [];

    // Those that have ended stay known, since it is not heard here when that is on disk.
    private readonly HashSet<int> known = [];
    private int size = 1;
    private long takenAt = time.GetTimestamp();
    private bool isStopped;
    private Task told = Task.CompletedTask;

    private string Sitting => seat.Sitting.Key;

    /// <inheritdoc/>
    public override async ValueTask<Attempt?> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            lock (gate)
            {
                if (isStopped)
                {
                    return null;
                }

                if (places.TryDequeue(out var place))
                {
                    return seat.Plan[place];
                }
            }

            if (!await FillAsync(cancellationToken))
            {
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public override void Return(IEnumerable<Attempt> attempts)
    {
        lock (gate)
        {
            foreach (var attempt in attempts)
            {
                places.Enqueue(attempt.Place);
            }
        }
    }

    /// <inheritdoc/>
    public override Lease? End(Attempt attempt)
    {
        lock (gate)
        {
            return leaseOf.Remove(attempt.Place, out var lease) && --unfinished[lease] == 0 && unfinished.Remove(lease) ? lease : null;
        }
    }

    /// <inheritdoc/>
    public override void Stop(Phrase why)
    {
        lock (gate)
        {
            told = isStopped ? told : Task.Run(() => TellAsync(why), default);
            isStopped = true;
        }
    }

    /// <summary>Done when the others know that nothing more is to be asked, if so.</summary>
    public async ValueTask DisposeAsync()
    {
        await told;
        turn.Dispose();
    }

    /// <returns>False when nothing will come any more.</returns>
    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (HasPlaces())
            {
                return true;
            }

            // Whoever asks for the next within a second had too few.
            size = Math.Max(1, time.GetElapsedTime(takenAt) < Longest / 2 ? size * 2 : size / 2);
            if (await leases.TakeAsync(Sitting, [.. known], size, cancellationToken) is { } lease)
            {
                takenAt = time.GetTimestamp();
                await AddAsync(lease, cancellationToken);
                return true;
            }

            if (!await leases.IsOpenAsync(Sitting, cancellationToken))
            {
                return false;
            }
        }
        catch (Exception fault) when (PostgresFaults.Of(fault, Sitting) is { IsPassing: true })
        {
            // The next one finds what was taken.
        }
        finally
        {
            turn.Release();
        }

        await Task.Delay(Pause, time, cancellationToken);
        return true;
    }

    private async Task AddAsync(Lease lease, CancellationToken cancellationToken)
    {
        var all = Enumerable.Range(lease.First, lease.Places).Select(nth => seat.Plan[seat.Plan.PlaceWithin(nth, limit)]).ToList();
        var answered = await leases.AnsweredAsync([.. all.Select(attempt => attempt.Key)], cancellationToken);
        var missing = all.Where(attempt => !answered.Contains(attempt.Key)).Select(attempt => attempt.Place).ToList();
        if (missing.Count == 0)
        {
            await leases.EndAsync(lease, cancellationToken);
            return;
        }

        lock (gate)
        {
            known.Add(lease.First);
            unfinished.Add(lease, missing.Count);
            foreach (var place in missing)
            {
                leaseOf.Add(place, lease);
                places.Enqueue(place);
            }
        }
    }

    private bool HasPlaces()
    {
        lock (gate)
        {
            return places.Count > 0;
        }
    }

    private async Task TellAsync(Phrase why)
    {
        try
        {
            await runs.StopAsync(Sitting, why.English, default);
            await leases.ReturnAsync([Sitting], default);
        }
        catch (Exception fault) when (PostgresFaults.Of(fault, Sitting) is not null)
        {
            // Others find out by themselves, at the price of some calls more.
        }
    }
}
