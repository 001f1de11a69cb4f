namespace Jinbang.Runs.Sharing;

/// <summary>The backlog of a sitting that holders on many machines work on: places come lease by lease. Safe to use from any thread.</summary>
/// <param name="leases">Where they come from.</param>
/// <param name="runs">Where it is told that nothing more is to be asked.</param>
/// <param name="lookout">Waits for what others do.</param>
/// <param name="turns">The sittings of the model.</param>
/// <param name="ledger">What is answered already.</param>
/// <param name="seat">Whose attempts they are.</param>
/// <param name="limit">How many questions are asked; null for all.</param>
/// <param name="time">The clock.</param>
internal sealed class LeasedBacklog(
    Leases leases, SharedRuns runs, Lookout lookout, Turns turns, Ledger ledger, Seat seat, int? limit, TimeProvider time) : Backlog, IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    // All hands find out that nothing is there; one look is enough for them.
    private static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(200);

    private readonly int rank = turns.Add();
    private readonly SemaphoreSlim looking = new(1, 1);
    private readonly CancellationTokenSource end = new();
    private readonly Lock gate = new();
    private readonly Queue<Piece> pieces = new();
    private readonly Dictionary<int, Lease> leaseOf = [];
    private readonly Dictionary<Lease, int> unfinished = [];

    // Those that have ended stay known, since it is not heard here when that is on disk.
    private readonly HashSet<int> known = [];
    private int size = 1;
    private long takenAt = time.GetTimestamp();
    private long? emptyAt;
    private Task? left;

    private string Sitting => seat.Sitting.Key;

    /// <inheritdoc/>
    public override async ValueTask<Piece?> TakeAsync(CancellationToken cancellationToken)
    {
        while (left is null)
        {
            if (await InTurnAsync(cancellationToken) is { } piece)
            {
                return piece;
            }

            turns.Pass(rank);
            if (left is null && !await lookout.UntilFreeAsync(Sitting, Knows, cancellationToken))
            {
                return null;
            }
        }

        await left.WaitAsync(cancellationToken);
        await lookout.UntilOverAsync(Sitting, cancellationToken);
        return null;
    }

    /// <inheritdoc/>
    public override void PutDown() => turns.Leave();

    /// <inheritdoc/>
    public override IReadOnlyList<Piece> TakeKept() => [];

    /// <inheritdoc/>
    public override void Return(IEnumerable<Attempt> attempts)
    {
        lock (gate)
        {
            foreach (var attempt in attempts)
            {
                pieces.Enqueue(new Piece(attempt, null));
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
            left ??= Task.Run(() => LeaveAsync(why), default);
        }

        turns.Pass(rank);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await (left ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
        looking.Dispose();
    }

    /// <summary>Takes something up as soon as it is this sitting's turn; what is only to be judged takes no turn.</summary>
    private async Task<Piece?> InTurnAsync(CancellationToken cancellationToken)
    {
        await turns.EnterAsync(rank, cancellationToken);
        Piece? piece = null;
        try
        {
            return piece = await FindAsync(cancellationToken);
        }
        finally
        {
            if (piece is not { Kept: null })
            {
                turns.Leave();
            }
        }
    }

    private async Task<Piece?> FindAsync(CancellationToken cancellationToken)
    {
        await looking.WaitAsync(cancellationToken);
        try
        {
            var piece = Next();
            while (piece is null && await Glances.UntilAsync<bool>(async () => await FillAsync(cancellationToken), time, cancellationToken))
            {
                piece = Next();
            }

            return piece;
        }
        finally
        {
            looking.Release();
        }
    }

    /// <returns>Whether a lease was had; of what is in it, all may be answered.</returns>
    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (left is not null || (emptyAt is { } at && time.GetElapsedTime(at) < Freshness))
        {
            return false;
        }

        // Whoever asks for the next within a second had too few.
        size = Math.Max(1, time.GetElapsedTime(takenAt) < Longest / 2 ? size * 2 : size / 2);
        if (await leases.TakeAsync(Sitting, [.. known], size, cancellationToken) is { } lease)
        {
            // If this fails, the next look finds what was taken.
            takenAt = time.GetTimestamp();
            await AddAsync(lease, cancellationToken);
            return true;
        }

        emptyAt = time.GetTimestamp();
        return false;
    }

    private async Task AddAsync(Lease lease, CancellationToken cancellationToken)
    {
        var all = Enumerable.Range(lease.First, lease.Places).Select(nth => seat.Plan[seat.Plan.PlaceWithin(nth, limit)]).ToList();
        var answered = await leases.AnsweredAsync([.. all.Select(attempt => attempt.Key)], cancellationToken);
        var due = new List<Piece>();
        foreach (var attempt in all)
        {
            var isAnswered = answered.Contains(attempt.Key);
            var kept = isAnswered ? await seat.FindForJudgesAsync(ledger, attempt, cancellationToken) : null;
            due.AddRange(isAnswered && kept is null ? [] : [new Piece(attempt, kept)]);
        }

        if (due.Count == 0)
        {
            await leases.EndAsync(lease, cancellationToken);
            return;
        }

        lock (gate)
        {
            known.Add(lease.First);
            unfinished.Add(lease, due.Count);
            foreach (var piece in due)
            {
                leaseOf.Add(piece.Attempt.Place, lease);
                pieces.Enqueue(piece);
            }
        }
    }

    private bool Knows(int first)
    {
        lock (gate)
        {
            return known.Contains(first);
        }
    }

    private Piece? Next()
    {
        lock (gate)
        {
            return left is null && pieces.TryDequeue(out var piece) ? piece : null;
        }
    }

    private async Task LeaveAsync(Phrase why)
    {
        // What is being taken at this moment is returned too.
        await looking.WaitAsync(end.Token);
        try
        {
            await Glances.DoAsync(() => runs.LeaveAsync(Sitting, leases.Holder, why, end.Token), time, end.Token);
        }
        finally
        {
            looking.Release();
        }
    }
}
