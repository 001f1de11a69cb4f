using System.Runtime.CompilerServices;
using Jinbang.Models;
using Jinbang.Models.Providers.Batches;
using Jinbang.Runs.Judges;

namespace Jinbang.Runs.Batches;

/// <summary>Takes the results of batches. What they hold is a stranger's: lines that are broken, too long, there twice or of
/// no request are passed over and counted.</summary>
/// <param name="seat">Whose attempts.</param>
/// <param name="recall">Makes entries of replies.</param>
/// <param name="budget">What may be spent on the model.</param>
/// <param name="journal">Where replies are recorded.</param>
/// <param name="judging">Grades what rules cannot.</param>
/// <param name="settings">Where to tell of what was passed over.</param>
internal sealed class BatchReading(Seat seat, Recall recall, Budget budget, Journal journal, Judging judging, RunSettings settings)
{
    /// <summary>Replies on their way into the ledger at once.</summary>
    private const int MostUnderWay = 1000;

    private readonly Batching batching = seat.Candidate.Examinee.Batching!;

    /// <summary>Records an attempt with its reply.</summary>
    public Task KeepAsync(Attempt attempt, LedgerEntry entry, CancellationToken cancellationToken) =>
        seat.KeepAsync(entry, attempt, null, journal, judging, cancellationToken);

    /// <summary>Records what a batch brought. May be repeated when it was broken off: what is in the ledger stays as it is.</summary>
    /// <returns>The yuan that may have been billed beside all that is recorded.</returns>
    /// <exception cref="ProviderException">The results could not be read to the end.</exception>
    public async Task<decimal> ReadAsync(OpenBatch batch, BatchState state, CancellationToken callLife, CancellationToken cancellationToken)
    {
        var underWay = new List<Task>();
        var lost = 0m;
        await foreach (var (key, reply, isPerhapsBilled) in BroughtAsync(batch, state, callLife))
        {
            lost += isPerhapsBilled || reply is { Outcome: not Outcome.Failed, Cost: null } ? batch.Reserved / batch.Attempts.Count
                : seat.Batched.IsPlanned(key) ? 0
                : reply.Cost ?? 0;
            if (seat.Batched.Take(key) is { } attempt)
            {
                budget.Spend(reply.Cost ?? 0);
                underWay.Add(KeepAsync(attempt, recall.Entry(attempt, seat.Prompt(attempt), reply, batch.BegunAt), cancellationToken));
            }

            if (underWay.Count >= MostUnderWay)
            {
                await Task.WhenAll(underWay);
                underWay.Clear();
            }
        }

        await Task.WhenAll(underWay);
        await journal.FlushAsync();
        return lost;
    }

    /// <summary>What became of each attempt, once.</summary>
    private async IAsyncEnumerable<(string Key, Reply Reply, bool IsPerhapsBilled)> BroughtAsync(
        OpenBatch batch, BatchState state, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var open = batch.Attempts.ToDictionary(batch.RequestId);
        var strange = 0;
        await foreach (var result in batching.Client.ReadAsync(state, batch.Attempts.Count, cancellationToken))
        {
            if (result.Id is { } id && open.Remove(id, out var key))
            {
                var (reply, isPerhapsBilled) = ReplyOf(result);
                yield return (key, reply, isPerhapsBilled);
            }
            else
            {
                strange++;
            }
        }

        Tell(strange);
        foreach (var key in open.Values)
        {
            yield return (key, Reply.Failed(Absent), true);
        }
    }

    private (Reply Reply, bool MayHaveBeenBilled) ReplyOf(BatchResult result)
    {
        try
        {
            return (batching.Read(result).PricedBy(seat.Candidate.Rate), false);
        }
        catch (ProviderException fault)
        {
            return (Reply.Failed(fault), fault.MayHaveBeenBilled);
        }
    }

    private void Tell(int strange)
    {
        if (strange > 0)
        {
            seat.Progress.AddStrangeLines(strange);
            settings.Log.BatchLinesPassedOver(seat.Sitting.Model.Name, strange);
        }
    }

    private static ProviderException Absent => new(FaultKind.Malformed, new(
        "The batch ended without a result for this question. The call may have been billed.", "批次已结束，但没有这道题的结果。这次调用可能已计费。"));
}
