namespace Jinbang.Runs;

/// <summary>The backlog of a sitting that nobody else works on: everything that is missing.</summary>
/// <param name="plan">All attempts of the sitting.</param>
/// <param name="missing">The places of those that are missing.</param>
internal sealed class WholeBacklog(AttemptPlan plan, IReadOnlyList<int> missing) : Backlog
{
    private readonly Lock gate = new();
    private readonly Queue<int> returned = new();
    private int taken;
    private bool isStopped;

    /// <inheritdoc/>
    public override ValueTask<Attempt?> TakeAsync(CancellationToken cancellationToken) => new(Next() is { } place ? plan[place] : null);

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

    private int? Next()
    {
        lock (gate)
        {
            return isStopped ? null
                : taken < missing.Count ? missing[taken++]
                : returned.TryDequeue(out var place) ? place
                : null;
        }
    }
}
