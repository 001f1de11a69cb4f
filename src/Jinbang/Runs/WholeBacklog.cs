namespace Jinbang.Runs;

/// <summary>The backlog of a sitting that nobody else works on: first what judges are to grade, then everything that is missing.</summary>
/// <param name="plan">All attempts of the sitting.</param>
/// <param name="inventory">What the ledger has.</param>
internal sealed class WholeBacklog(AttemptPlan plan, Inventory inventory) : Backlog
{
    private readonly Lock gate = new();
    private readonly Queue<Piece> kept = new(inventory.Unjudged);
    private readonly Queue<int> returned = new();
    private int taken;
    private bool isStopped;

    /// <inheritdoc/>
    public override ValueTask<Piece?> TakeAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return new(kept.TryDequeue(out var piece) ? piece : Next() is { } place ? new Piece(plan[place], null) : null);
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Piece> TakeKept()
    {
        lock (gate)
        {
            IReadOnlyList<Piece> all = [.. kept];
            kept.Clear();
            return all;
        }
    }

    /// <inheritdoc/>
    public override void Return(IEnumerable<Attempt> attempts)
    {
        lock (gate)
        {
            foreach (var attempt in attempts)
            {
                returned.Enqueue(attempt.Place);
            }
        }
    }

    /// <inheritdoc/>
    public override Lease? End(Attempt attempt) => null;

    /// <inheritdoc/>
    public override void Stop(Phrase why)
    {
        lock (gate)
        {
            isStopped = true;
        }
    }

    private int? Next() => isStopped ? null
        : taken < inventory.Missing.Count ? inventory.Missing[taken++]
        : returned.TryDequeue(out var place) ? place
        : null;
}
