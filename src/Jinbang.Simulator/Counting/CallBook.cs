using System.Runtime.InteropServices;

namespace Jinbang.Simulator.Counting;

/// <summary>Counts calls.</summary>
internal sealed class CallBook(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Model, ulong Prompt), (int Asked, int Paid)> pairs = [];
    private readonly Dictionary<int, long> statuses = [];
    private readonly Dictionary<string, long> models = [];
    private readonly Dictionary<string, (long Prompt, long Completion)> tokensByModel = [];
    private readonly Dictionary<string, long> faults = [];
    private readonly Dictionary<string, long> batchCalls = [];
    private (long Requests, long Admitted, long Replies, long Paid, long Unpaid, long Repeated, long RepeatedPaid, long Abandoned) calls;
    private (long Prompt, long Completion) tokens;
    private (int Now, int Most) inFlight;
    private (long Second, long Count, long Peak) arrivals;

    /// <summary>The counts at this moment.</summary>
    public Stats Stats
    {
        get
        {
            lock (gate)
            {
                return new Stats(
                    calls.Requests, calls.Replies, calls.Paid, calls.Unpaid, calls.Repeated, calls.RepeatedPaid, calls.Abandoned,
                    tokens.Prompt, tokens.Completion, inFlight.Now, inFlight.Most, arrivals.Peak)
                {
                    ByStatus = new SortedDictionary<int, long>(statuses),
                    ByModel = new SortedDictionary<string, long>(models, StringComparer.Ordinal),
                    TokensByModel = new SortedDictionary<string, (long, long)>(tokensByModel, StringComparer.Ordinal),
                    ByFault = new SortedDictionary<string, long>(faults, StringComparer.Ordinal),
                    ByBatchCall = new SortedDictionary<string, long>(batchCalls, StringComparer.Ordinal),
                };
            }
        }
    }

    /// <summary>Counts a request that has arrived.</summary>
    public void Arrive()
    {
        lock (gate)
        {
            calls.Requests++;
            inFlight.Now++;
            inFlight.Most = Math.Max(inFlight.Most, inFlight.Now);
            var second = time.GetTimestamp() / time.TimestampFrequency;
            arrivals.Count = second == arrivals.Second ? arrivals.Count + 1 : 1;
            arrivals.Second = second;
            arrivals.Peak = Math.Max(arrivals.Peak, arrivals.Count);
        }
    }

    /// <summary>Numbers a request that a model is to answer.</summary>
    /// <returns>Its number among all, and among those of the same model and prompt; both from 0.</returns>
    public (long Number, int Repeat) Admit(string model, ulong prompt)
    {
        lock (gate)
        {
            ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (model, prompt), out var isRepeated);
            calls.Repeated += isRepeated ? 1 : 0;
            return (calls.Admitted++, pair.Asked++);
        }
    }

    /// <summary>Counts how a request ended.</summary>
    public void Leave(Call call)
    {
        lock (gate)
        {
            inFlight.Now--;
            calls.Abandoned += call.IsAbandoned ? 1 : 0;
            Count(statuses, call.Status);
            Count(models, call.Model?.Name);
            Count(faults, call.Fault?.Name);
            Pay(call);
        }
    }

    /// <summary>Counts a call about batches.</summary>
    public void Count(string batchCall, int times)
    {
        lock (gate)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(batchCalls, batchCall, out _) += times;
        }
    }

    /// <summary>Forgets all calls but those in flight, whose end it will still count.</summary>
    public void Reset()
    {
        lock (gate)
        {
            pairs.Clear();
            statuses.Clear();
            models.Clear();
            tokensByModel.Clear();
            faults.Clear();
            batchCalls.Clear();
            calls = default;
            tokens = default;
            arrivals = default;
            inFlight.Most = inFlight.Now;
        }
    }

    private void Pay(Call call)
    {
        if (call is not { Paid: { } usage, Model: { } model })
        {
            calls.Unpaid++;
            return;
        }

        ref var pair = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (model.Name, call.Prompt), out _);
        calls.RepeatedPaid += pair.Paid++ > 0 ? 1 : 0;
        calls.Paid++;
        calls.Replies += call.IsCut || call.IsAbandoned ? 0 : 1;
        tokens.Prompt += usage.Prompt;
        tokens.Completion += usage.Completion;
        ref var own = ref CollectionsMarshal.GetValueRefOrAddDefault(tokensByModel, model.Name, out _);
        own = (own.Prompt + usage.Prompt, own.Completion + usage.Completion);
    }

    private static void Count<T>(Dictionary<T, long> counts, T? name)
        where T : notnull
    {
        if (name is not null)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++;
        }
    }
}
