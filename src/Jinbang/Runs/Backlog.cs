using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Jinbang.Exams;
using Jinbang.Runs.Batches;

namespace Jinbang.Runs;

/// <summary>What of a sitting is still to be asked, and what is in batches that were handed over. Safe to use from any thread.</summary>
/// <param name="plan">All its attempts.</param>
internal sealed class Backlog(AttemptPlan plan)
{
    private readonly Lock gate = new();
    private readonly Queue<int> missing = new();
    private readonly Dictionary<string, int> inBatches = [];
    private readonly HashSet<string> planned = [];

    /// <summary>The batches that were open when it was found what is missing.</summary>
    public IReadOnlyList<OpenBatch> Batches { get; private set; } = [];

    /// <summary>Attempts without a reply that are in no batch.</summary>
    public int ToAsk => Locked(() => missing.Count);

    /// <summary>Attempts that are in batches whose results are not here yet.</summary>
    public int InBatches => Locked(() => inBatches.Count);

    /// <summary>The attempts without a reply that are in no batch.</summary>
    public IEnumerable<Attempt> Missing => Locked(() => missing.ToArray()).Select(place => plan[place]);

    /// <summary>Their questions.</summary>
    public IEnumerable<Question> Questions => Locked(() => missing.ToArray()).Select(plan.QuestionAt);

    /// <summary>Lines up what is missing.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="sitting">The sitting's key.</param>
    /// <param name="index">Its attempts.</param>
    /// <param name="limit">How many questions are asked; null for all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many failed attempts are not to be asked again.</returns>
    public async Task<int> FindAsync(Ledger ledger, string sitting, AttemptIndex index, int? limit, CancellationToken cancellationToken)
    {
        var isDone = new BitArray(plan.Count);
        var failed = new List<int>();
        await foreach (var kept in ledger.KeptAsync(sitting, cancellationToken))
        {
            if (index.Find(kept.Key) is >= 0 and var place)
            {
                isDone[place] = !kept.IsFailed;
                failed.AddRange(kept.IsFailed ? [place] : []);
            }
        }

        Batches = await ledger.OpenBatchesAsync(sitting, cancellationToken);
        foreach (var (key, place) in Batches.SelectMany(batch => batch.Attempts).Select(key => (key, index.Find(key))).Where(found => found.Item2 >= 0))
        {
            planned.Add(key);
            if (!isDone[place])
            {
                inBatches[key] = place;
            }
        }

        var waiting = inBatches.Values.ToHashSet();
        foreach (var place in Enumerable.Range(0, plan.Count).Where(place => !isDone[place] && !waiting.Contains(place) && plan.IsWithin(place, limit)))
        {
            missing.Enqueue(place);
        }

        return failed.Count(place => !waiting.Contains(place) && !plan.IsWithin(place, limit));
    }

    /// <summary>Takes the next attempt that is missing.</summary>
    public bool TryTake([NotNullWhen(true)] out Attempt? attempt)
    {
        attempt = Locked(() => missing.TryDequeue(out var place) ? plan[place] : null);
        return attempt is not null;
    }

    /// <summary>Notes that attempts are in a batch.</summary>
    public void Await(IEnumerable<Attempt> attempts)
    {
        lock (gate)
        {
            foreach (var attempt in attempts)
            {
                planned.Add(attempt.Key);
                inBatches[attempt.Key] = attempt.Place;
            }
        }
    }

    /// <summary>An attempt that is in a batch; null when it has been taken, or is not of this exam any more.</summary>
    public Attempt? Waiting(string key) => Locked(() => inBatches.TryGetValue(key, out var place) ? plan[place] : null);

    /// <summary>Takes an attempt of which a batch tells; null when it has been taken, or is not of this exam any more.</summary>
    public Attempt? TakeWaiting(string key) => Locked(() => inBatches.Remove(key, out var place) ? plan[place] : null);

    /// <summary>Whether an attempt that is or was in a batch is one of this exam.</summary>
    public bool IsPlanned(string key) => Locked(() => planned.Contains(key));

    /// <summary>Puts attempts back that were taken and not asked.</summary>
    public void Return(IEnumerable<Attempt> attempts)
    {
        lock (gate)
        {
            foreach (var attempt in attempts)
            {
                missing.Enqueue(attempt.Place);
            }
        }
    }

    /// <summary>Puts the attempts of a batch back that is not there.</summary>
    public void Return(OpenBatch batch) => Return([.. batch.Attempts.Select(TakeWaiting).OfType<Attempt>()]);

    private T Locked<T>(Func<T> look)
    {
        lock (gate)
        {
            return look();
        }
    }
}
