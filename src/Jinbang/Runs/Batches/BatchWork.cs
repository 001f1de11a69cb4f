using Jinbang.Models;
using Jinbang.Models.Providers.Batches;

namespace Jinbang.Runs.Batches;

/// <summary>Has one candidate's missing attempts answered in batches.</summary>
/// <remarks>
/// A batch is in the ledger before it is sent, and the provider's id of it after. One without an id is looked for at the
/// provider before its attempts are asked again, so that nothing is handed over twice, whenever the program is killed.
/// </remarks>
internal sealed class BatchWork
{
    private readonly Seat seat;
    private readonly Ledger ledger;
    private readonly Budget budget;
    private readonly RunSettings settings;
    private readonly BatchSettings patience;
    private readonly TimeProvider time;
    private readonly Batching batching;
    private readonly BatchReading reading;
    private readonly BatchSight sight;
    private readonly BatchPost post;
    private readonly CancellationToken callLife;

    /// <param name="seat">Whose attempts.</param>
    /// <param name="ledger">Where batches are kept.</param>
    /// <param name="budget">What may be spent on the model.</param>
    /// <param name="reading">Takes results.</param>
    /// <param name="settings">How long to wait, and how often to try.</param>
    /// <param name="time">The clock.</param>
    /// <param name="callLife">Of calls under way, which are finished even when nothing more is to be asked.</param>
    public BatchWork(Seat seat, Ledger ledger, Budget budget, BatchReading reading, RunSettings settings, TimeProvider time, CancellationToken callLife)
    {
        (this.seat, this.ledger, this.budget, this.settings, this.time, this.callLife) = (seat, ledger, budget, settings, time, callLife);
        patience = settings.Batches!;
        batching = seat.Candidate.Examinee.Batching!;
        sight = new BatchSight(seat.Progress);
        post = new BatchPost(seat, ledger, budget, sight, settings, time, callLife);
        this.reading = reading;
    }

    /// <summary>Takes the results of batches that are at the provider, hands over what is missing, and takes its results too.</summary>
    /// <param name="recall">Answers by replies that are kept already.</param>
    /// <param name="cancellationToken">Ends the waiting; batches go on at the provider.</param>
    public async Task WorkAsync(Recall recall, CancellationToken cancellationToken)
    {
        var following = seat.Batched.Open.Where(batch => batch.Remote is not null).Select(batch => FollowAsync(batch, cancellationToken)).ToList();
        try
        {
            foreach (var sought in seat.Batched.Open.Where(batch => batch.Remote is null))
            {
                following.AddRange(await post.SeekAsync(sought, cancellationToken) is { } found ? [FollowAsync(found, cancellationToken)] : []);
            }

            await HandOverAsync(recall, following, cancellationToken);
        }
        catch (ProviderException fault)
        {
            seat.Stop(fault.Problem, fault.Kind.ToString());
        }
        finally
        {
            await Task.WhenAll(following);
        }
    }

    /// <summary>Hands over what is missing and no kept reply answers.</summary>
    private async Task HandOverAsync(Recall recall, List<Task> following, CancellationToken cancellationToken)
    {
        var effort = new HandingOver(settings, time);
        while (await TakeAsync(recall, cancellationToken) is { Count: > 0 } attempts)
        {
            ProviderException? refusal = null;
            foreach (var draft in BatchDraft.Cut(attempts, seat, batching).TakeWhile(_ => seat.Progress.Stopped is null))
            {
                if (refusal is not null)
                {
                    seat.Backlog.Return(draft.Attempts);
                }
                else if (await ReserveAsync(draft, cancellationToken))
                {
                    refusal = await HandOverAsync(draft, following, cancellationToken);
                }
            }

            if (refusal is not null)
            {
                await Task.Delay(effort.Fail(refusal), time, cancellationToken);
            }
        }
    }

    /// <summary>Hands one batch over.</summary>
    /// <returns>Why it was not taken; null when it was.</returns>
    private async Task<ProviderException?> HandOverAsync(BatchDraft draft, List<Task> following, CancellationToken cancellationToken)
    {
        var batch = Begin(draft);
        await ledger.BeginBatchAsync(batch, callLife);
        seat.Batched.Add(draft.Attempts);
        ProviderException? refusal = null;
        OpenBatch? arrived;
        try
        {
            arrived = await post.SendAsync(batch);
        }
        catch (ProviderException fault)
        {
            refusal = fault;
            arrived = await WithdrawAsync(batch, fault, cancellationToken);
        }

        following.AddRange(arrived is null ? [] : [FollowAsync(arrived, cancellationToken)]);
        return arrived is null ? refusal : null;
    }

    /// <summary>The attempts that are to be handed over; those that kept replies answer are recorded.</summary>
    private async Task<IReadOnlyList<Attempt>> TakeAsync(Recall recall, CancellationToken cancellationToken)
    {
        var left = new List<Attempt>();
        while (await seat.Backlog.TakeAsync(cancellationToken) is { Attempt: var attempt })
        {
            if (await recall.FindAsync(attempt, seat.Prompt(attempt), cancellationToken) is { } found)
            {
                await reading.KeepAsync(attempt, found, cancellationToken);
            }
            else
            {
                left.Add(attempt);
            }
        }

        return left;
    }

    private async Task<bool> ReserveAsync(BatchDraft draft, CancellationToken cancellationToken)
    {
        var isReserved = await budget.TryReserveAsync(draft.Worst, cancellationToken)
            || (draft.FitInto(budget.Left) && await budget.TryReserveAsync(draft.Worst, cancellationToken));
        if (!isReserved || draft.NextWorst > 0)
        {
            seat.Stop(new BudgetExhaustedException(draft.NextWorst > 0 ? draft.NextWorst : draft.Worst, budget.Left ?? 0).Problem, "Budget");
        }

        return isReserved;
    }

    private OpenBatch Begin(BatchDraft draft)
    {
        var now = time.GetUtcNow();
        string[] keys = [.. draft.Attempts.Select(attempt => attempt.Key)];
        return new OpenBatch(Fingerprint.Of([now.ToString("O"), .. keys]), seat.Sitting.Key, now, draft.Worst, keys);
    }

    /// <summary>Takes a batch back that was refused; one that may have arrived is looked for before.</summary>
    /// <returns>The batch when it has arrived.</returns>
    private async Task<OpenBatch?> WithdrawAsync(OpenBatch batch, ProviderException fault, CancellationToken cancellationToken)
    {
        if (fault.MayHaveBeenBilled)
        {
            return await post.SeekAsync(batch, cancellationToken);
        }

        await post.ForgetAsync(batch);
        return null;
    }

    /// <summary>Waits for a batch and takes its results.</summary>
    private async Task FollowAsync(OpenBatch batch, CancellationToken cancellationToken)
    {
        sight.Open(batch);
        var pauses = new Pauses(patience.FirstPause, patience.LongestPause);
        while (true)
        {
            TimeSpan? asked = null;
            try
            {
                var state = await batching.Client.LookAsync(batch.Remote!, callLife);
                sight.See(batch, state);
                if (state.Stage != BatchStage.UnderWay)
                {
                    await EndAsync(batch, state, cancellationToken);
                    return;
                }
            }
            catch (ProviderException fault) when (fault.IsPassing)
            {
                sight.Miss(fault.Problem);
                asked = fault.RetryAfter;
            }
            catch (ProviderException fault)
            {
                seat.Stop(Lost(fault.Problem), fault.Kind.ToString());
                return;
            }

            if (!patience.Wait)
            {
                return;
            }

            await Task.Delay(pauses.Next(asked), time, cancellationToken);
        }
    }

    private async Task EndAsync(OpenBatch batch, BatchState state, CancellationToken cancellationToken)
    {
        if (state.Stage == BatchStage.Rejected)
        {
            // Before its attempts are missing again, so that they are not handed over once more.
            seat.Stop(
                new($"The provider rejected a batch and answered none of it: {state.Problem}", $"服务商拒绝了一个批次，未作答：{state.Problem}"), "BatchRejected");
            await post.ForgetAsync(batch);
        }
        else
        {
            var lost = await reading.ReadAsync(batch, state, callLife, cancellationToken);
            await ledger.EndBatchAsync(batch, time.GetUtcNow(), lost, callLife);
            budget.Settle(batch.Reserved, lost);
            settings.Log.BatchEnded(seat.Sitting.Model.Name, batch.Key, batch.Remote!, time.GetUtcNow() - batch.BegunAt);
        }

        sight.Close(batch);
    }

    private static Phrase Lost(Phrase problem) => new(
        $"{problem.English} If a batch is no longer there, `jinbang run --forget-batches` gives it up and asks its questions again.",
        $"{problem.Chinese}若批次已不存在，可用 `jinbang run --forget-batches` 放弃它并重新提问。");
}
