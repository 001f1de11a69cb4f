using System.Collections;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs.Judges;

namespace Jinbang.Runs;

/// <summary>What a ledger has of a sitting and what that has cost, and so what is missing.</summary>
/// <param name="plan">All attempts of the sitting.</param>
internal sealed class Inventory(AttemptPlan plan)
{
    private decimal paid;

    /// <summary>The sums of what is there.</summary>
    public Tally Kept { get; private set; } = new();

    /// <summary>Whether the ledger has the grades that they are counted by.</summary>
    public bool IsCurrent { get; private set; } = true;

    /// <summary>Kept replies that judges are to grade, the sums being without them.</summary>
    public IReadOnlyList<Piece> Unjudged { get; private set; } = [];

    /// <summary>How many of them no judge has been asked about.</summary>
    public int ToJudge => Unjudged.Count(kept => kept.Kept!.JudgedBy is null);

    /// <summary>The places of attempts without a reply that are in no batch.</summary>
    public IReadOnlyList<int> Missing { get; private set; } = [];

    /// <summary>The attempts at these places.</summary>
    public IEnumerable<Attempt> Attempts => Missing.Select(place => plan[place]);

    /// <summary>Their questions.</summary>
    public IEnumerable<Question> Questions => Missing.Select(plan.QuestionAt);

    /// <summary>What calls without a reply may have cost.</summary>
    public UnknownSpending Unknown { get; private set; } = UnknownSpending.None;

    /// <summary>Looks through a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="seat">Whose sitting.</param>
    /// <param name="index">Its attempts.</param>
    /// <param name="settings">How many questions are asked, and who judges.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static async Task<Inventory> TakeAsync(
        Ledger ledger, Seat seat, AttemptIndex index, RunSettings settings, CancellationToken cancellationToken)
    {
        var found = new Inventory(seat.Plan);
        var hasJudges = settings.Judges.Count > 0;
        if (await ledger.SumsAsync(seat.Sitting.Key, cancellationToken) is { } sums && sums.Mark == seat.Mark && !hasJudges)
        {
            found.Kept = sums.Tally;
        }
        else
        {
            await found.CountAsync(ledger, seat, index, hasJudges, cancellationToken);
        }

        found.paid = found.Kept.PaidCost + found.Unjudged.Sum(waiting => Paid(waiting.Kept!.Reply));
        await found.LookForMissingAsync(ledger, seat, index, settings.Limit, cancellationToken);
        found.Unknown = await ledger.UnknownSpendingAsync(seat.Sitting.Key, cancellationToken);
        return found;
    }

    /// <summary>Counts what was spent, judges, open batches and calls whose end is unknown included.</summary>
    public async Task CountAsync(Ledger ledger, Seat seat, Budget budget, CancellationToken cancellationToken)
    {
        await foreach (var judgement in ledger.JudgementsAsync(seat.Sitting.Key, cancellationToken))
        {
            budget.Of(judgement.Judgement.Judge).Count(Paid(judgement.Judgement.Reply));
        }

        var own = budget.Of(seat.Sitting.Model.Name);
        own.Count(paid + Unknown.Lost + Unknown.Outstanding);
        foreach (var batch in seat.Batched.Open)
        {
            own.Promise(batch.Reserved);
        }
    }

    private static decimal Paid(Reply reply) => reply.IsReused ? 0 : reply.Cost ?? 0;

    private async Task CountAsync(Ledger ledger, Seat seat, AttemptIndex index, bool hasJudges, CancellationToken cancellationToken)
    {
        var unjudged = new List<Piece>();
        await foreach (var (attempt, before, now) in Regrading.RenewedAsync(ledger, seat.Sitting.Key, index, seat.Credit, cancellationToken))
        {
            IsCurrent &= now == before;
            if (now.Reply.Outcome != Outcome.Failed && hasJudges && Judging.IsForJudges(attempt.Question, now))
            {
                unjudged.Add(new Piece(attempt, now));
            }
            else
            {
                Kept.Add(new GradedReply(attempt.Question, attempt.Repeat, now.Reply, now.Grade));
            }
        }

        Unjudged = unjudged;
    }

    private async Task LookForMissingAsync(Ledger ledger, Seat seat, AttemptIndex index, int? limit, CancellationToken cancellationToken)
    {
        var isDone = new BitArray(plan.Count);
        var failed = new List<int>();
        await foreach (var kept in ledger.KeptAsync(seat.Sitting.Key, cancellationToken))
        {
            if (index.Find(kept.Key) is >= 0 and var place)
            {
                isDone[place] = !kept.IsFailed;
                failed.AddRange(kept.IsFailed ? [place] : []);
            }
        }

        seat.Batched.Drop(isDone);
        var waiting = seat.Batched.Places;
        Missing = [.. Enumerable.Range(0, plan.Count).Where(place => !isDone[place] && !waiting.Contains(place) && plan.IsWithin(place, limit))];

        // Those that are asked again do not count as failed any more.
        Kept = Kept.WithFailed(failed.Count(place => !waiting.Contains(place) && !plan.IsWithin(place, limit)));
    }
}
