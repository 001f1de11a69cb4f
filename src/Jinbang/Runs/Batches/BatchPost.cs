using Jinbang.Models;
using Jinbang.Models.Providers.Batches;

namespace Jinbang.Runs.Batches;

/// <summary>Sends batches to a provider, and finds out whether they have arrived.</summary>
/// <param name="seat">Whose attempts.</param>
/// <param name="ledger">Where batches are kept.</param>
/// <param name="budget">What may be spent on the model.</param>
/// <param name="sight">Where faults are shown.</param>
/// <param name="settings">How long to wait.</param>
/// <param name="time">The clock.</param>
/// <param name="callLife">Of calls under way, which are finished even when nothing more is to be asked.</param>
internal sealed class BatchPost(
    Seat seat, Ledger ledger, Budget budget, BatchSight sight, RunSettings settings, TimeProvider time, CancellationToken callLife)
{
    private readonly BatchSettings patience = settings.Batches!;
    private readonly Batching batching = seat.Candidate.Examinee.Batching!;

    /// <summary>Sends a batch that the ledger has noted.</summary>
    /// <returns>The batch with the provider's id of it.</returns>
    /// <exception cref="ProviderException">It was not taken, or it is not known whether it was.</exception>
    public async Task<OpenBatch> SendAsync(OpenBatch batch)
    {
        var remote = await batching.Client.SubmitAsync(await SubmissionOf(batch), callLife);
        await ledger.NameBatchAsync(batch.Key, remote, callLife);
        settings.Log.BatchSent(seat.Sitting.Model.Name, batch.Key, remote, batch.Attempts.Count);
        return batch with { Remote = remote };
    }

    /// <summary>Looks for a batch of which it is not known whether it arrived.</summary>
    /// <returns>The batch; null when it did not arrive, and then its attempts are missing again, or cannot be told yet.</returns>
    public async Task<OpenBatch?> SeekAsync(OpenBatch batch, CancellationToken cancellationToken)
    {
        var submission = await SubmissionOf(batch);
        var pauses = new Pauses(patience.FirstPause, patience.LongestPause);
        for (var isSettled = false; ; isSettled = true)
        {
            var sought = await FindAsync(submission);
            if (sought.Id is { } remote)
            {
                await ledger.NameBatchAsync(batch.Key, remote, callLife);
                return batch with { Remote = remote };
            }

            if (isSettled && !sought.IsUndecided)
            {
                await ForgetAsync(batch);
                return null;
            }

            if (isSettled && !patience.Wait)
            {
                return null;
            }

            // What was on its way when the program was killed may arrive after the first look.
            await Task.Delay(isSettled ? pauses.Next() : patience.Settling, time, cancellationToken);
        }
    }

    private async Task<Sought> FindAsync(Submission submission)
    {
        try
        {
            return await batching.Client.FindAsync(submission, callLife);
        }
        catch (ProviderException fault) when (fault.IsPassing && patience.Wait)
        {
            sight.Miss(fault.Problem);
            return new Sought(null, IsUndecided: true);
        }
    }

    /// <summary>Notes that a batch is not at the provider: its attempts are missing again.</summary>
    public async Task ForgetAsync(OpenBatch batch)
    {
        await ledger.EndBatchAsync(batch, time.GetUtcNow(), lost: 0, callLife);
        budget.Settle(batch.Reserved, 0);
        seat.Backlog.Return(seat.Batched.Take(batch));
    }

    private async Task<Submission> SubmissionOf(OpenBatch batch) => new(batch.Key, batch.BegunAt, batch.Attempts.Count, () => Requests(batch))
    {
        Others = await ledger.BatchIdsAsync(callLife),
    };

    private IEnumerable<BatchRequest> Requests(OpenBatch batch) => batch.Attempts
        .Select(key => (Key: key, Attempt: seat.Batched.Find(key)))
        .Where(waiting => waiting.Attempt is not null)
        .Select(waiting => batching.Write(batch.RequestId(waiting.Key), seat.Prompt(waiting.Attempt!)));
}
