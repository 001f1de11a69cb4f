using System.Collections;

namespace Jinbang.Runs.Batches;

/// <summary>The attempts of a sitting that are in batches whose results are not here yet. Safe to use from any thread.</summary>
/// <param name="plan">All attempts of the sitting.</param>
internal sealed class Batched(AttemptPlan plan)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> waiting = [];
    private readonly HashSet<string> planned = [];

    /// <summary>The batches that were open when they were looked for.</summary>
    public IReadOnlyList<OpenBatch> Open { get; private set; } = [];

    /// <summary>How many attempts there are.</summary>
    public int Count => Locked(() => waiting.Count);

    /// <summary>Their places in the order of the sitting.</summary>
    public IReadOnlySet<int> Places => Locked(() => waiting.Values.ToHashSet());

    /// <summary>Looks for the batches that are open.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="sitting">The sitting's key.</param>
    /// <param name="plan">All attempts of the sitting.</param>
    /// <param name="index">The same by their keys.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<Batched> FindAsync(Ledger ledger, string sitting, AttemptPlan plan, AttemptIndex index, CancellationToken cancellationToken)
    {
        var open = await ledger.OpenBatchesAsync(sitting, cancellationToken);
        var batched = new Batched(plan) { Open = open };
        batched.Add(open.SelectMany(batch => batch.Attempts).Select(key => (key, index.Find(key))).Where(found => found.Item2 >= 0));
        return batched;
    }

    /// <summary>Notes that attempts are in a batch.</summary>
    public void Add(IEnumerable<Attempt> attempts) => Add(attempts.Select(attempt => (attempt.Key, attempt.Place)));

    /// <summary>An attempt that is in a batch; null when it has been taken, or is not of this exam any more.</summary>
    public Attempt? Find(string key) => Locked(() => waiting.TryGetValue(key, out var place) ? plan[place] : null);

    /// <summary>Takes an attempt of which a batch tells; null when it has been taken, or is not of this exam any more.</summary>
    public Attempt? Take(string key) => Locked(() => waiting.Remove(key, out var place) ? plan[place] : null);

    /// <summary>Takes the attempts of a batch that is not there.</summary>
    public IReadOnlyList<Attempt> Take(OpenBatch batch) => [.. batch.Attempts.Select(Take).OfType<Attempt>()];

    /// <summary>Forgets attempts that have their replies although their batch is open.</summary>
    public void Drop(BitArray isDone)
    {
        lock (gate)
        {
            foreach (var (key, _) in waiting.Where(attempt => isDone[attempt.Value]).ToList())
            {
                waiting.Remove(key);
            }
        }
    }

    /// <summary>Whether an attempt that is or was in a batch is one of this exam.</summary>
    public bool IsPlanned(string key) => Locked(() => planned.Contains(key));

    private void Add(IEnumerable<(string Key, int Place)> attempts)
    {
        lock (gate)
        {
            foreach (var (key, place) in attempts)
            {
                planned.Add(key);
                waiting[key] = place;
            }
        }
    }

    private T Locked<T>(Func<T> look)
    {
        lock (gate)
        {
            return look();
        }
    }
}
