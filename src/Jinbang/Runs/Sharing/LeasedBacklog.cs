namespace Jinbang.Runs.Sharing;

/// <summary>The backlog of a sitting that several work on: lease after lease, for as long as there are any.</summary>
/// <param name="plan">All attempts of the sitting.</param>
/// <param name="sitting">The sitting's key.</param>
/// <param name="places">The places of the attempts that are to be made, in the order that leases count them.</param>
/// <param name="desk">Where it is worked on.</param>
internal sealed class LeasedBacklog(AttemptPlan plan, string sitting, IReadOnlyList<int> places, SharedDesk desk) : Backlog
{
    // As much as can be done in two seconds, guessed until it is known.
    private const double Ahead = 2;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim taking = new(1, 1);
    private readonly Queue<int> queue = new();
    private readonly Dictionary<int, OpenLease> leaseOf = [];
    private readonly List<int> known = [];
    private readonly long begun = desk.Time.GetTimestamp();
    private int ended;
    private bool isOver;

    /// <inheritdoc/>
    public override async ValueTask<Attempt?> TakeAsync(CancellationToken cancellationToken)
    {
        await desk.AdmitAsync(cancellationToken);
        if (Next() is { } place)
        {
            return plan[place];
        }

        await taking.WaitAsync(cancellationToken);
        try
        {
            return await FindAsync(cancellationToken) is { } found ? plan[found] : null;
        }
        finally
        {
            taking.Release();
        }
    }

    /// <inheritdoc/>
    public override void Return(IEnumerable<Attempt> attempts)
    {
        lock (gate)
        {
            foreach (var attempt in attempts)
            {
                queue.Enqueue(attempt.Place);
            }
        }
    }

    /// <inheritdoc/>
    public override Lease? End(Attempt attempt)
    {
        lock (gate)
        {
            ended++;
            return leaseOf.Remove(attempt.Place, out var open) && --open.Left == 0 ? open.Lease : null;
        }
    }

    /// <inheritdoc/>
    public override void Stop(Phrase why)
    {
        Close();
        desk.Stop(sitting, why);
    }

    private int? Next()
    {
        lock (gate)
        {
            return !isOver && queue.TryDequeue(out var place) ? place : null;
        }
    }

    private void Close()
    {
        lock (gate)
        {
            isOver = true;
            queue.Clear();
        }
    }

    private async Task<int?> FindAsync(CancellationToken cancellationToken)
    {
        while (!isOver)
        {
            if (Next() is { } place)
            {
                return place;
            }

            if (await TakeLeaseAsync(cancellationToken))
            {
                continue;
            }

            var sight = await desk.Watch.NextAsync(sitting, cancellationToken);
            if (sight.IsOver)
            {
                Close();
            }
        }

        return null;
    }

    private async Task<bool> TakeLeaseAsync(CancellationToken cancellationToken)
    {
        if (await desk.TakeAsync(sitting, [.. known], Most(), cancellationToken) is not { } lease)
        {
            return false;
        }

        known.Add(lease.First);
        var keys = Enumerable.Range(lease.First, lease.Places).Select(nth => plan[places[nth]]).ToDictionary(attempt => attempt.Key, attempt => attempt.Place);
        var answered = await desk.AnsweredAsync([.. keys.Keys], cancellationToken);
        var missing = keys.Where(attempt => !answered.Contains(attempt.Key)).Select(attempt => attempt.Value).ToList();
        if (missing.Count == 0)
        {
            await desk.EndAsync(lease, cancellationToken);
        }

        lock (gate)
        {
            var open = new OpenLease(lease) { Left = missing.Count };
            foreach (var place in missing)
            {
                leaseOf[place] = open;
                queue.Enqueue(place);
            }
        }

        return true;
    }

    private int Most()
    {
        var seconds = desk.Time.GetElapsedTime(begun).TotalSeconds;
        return ended == 0 ? 16 : (int)Math.Ceiling(ended / Math.Max(seconds, 0.1) * Ahead);
    }

    /// <summary>A lease with the number of its attempts that have not ended.</summary>
    private sealed class OpenLease(Lease lease)
    {
        public Lease Lease { get; } = lease;

        public int Left { get; set; }
    }
}
