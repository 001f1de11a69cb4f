using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs.Judges;

namespace Jinbang.Runs;

/// <summary>One candidate at its desk: the attempts still missing, asked one after the other by several hands.</summary>
internal sealed class Seat
{
    private readonly Exam exam;
    private readonly Candidate candidate;
    private readonly PromptTemplates prompts;
    private readonly RunSettings settings;
    private readonly TimeProvider time;
    private readonly string key;
    private readonly Queue<Attempt> missing = new();
    private readonly Queue<(Attempt Attempt, LedgerEntry Entry)> unjudged = new();
    private readonly Lock gate = new();
    private int failuresInARow;

    public Seat(Exam exam, Candidate candidate, PromptTemplates prompts, RunSettings settings, TimeProvider time)
    {
        this.exam = exam;
        this.candidate = candidate;
        this.prompts = prompts;
        this.settings = settings;
        this.time = time;
        Sitting = new Sitting(exam.Id, exam.Language, candidate.Examinee.Model, prompts.HashFor(exam));
        key = Sitting.Key;
        Progress = new ModelProgress(candidate.Examinee.Model, exam.Questions.Count * settings.Repeats);
    }

    public Sitting Sitting { get; }

    public ModelProgress Progress { get; }

    /// <summary>What calls without a reply may have cost, as it was found.</summary>
    public UnknownSpending Unknown { get; private set; } = UnknownSpending.None;

    /// <summary>Attempts without a reply.</summary>
    public int ToAsk => missing.Count;

    /// <summary>Kept replies that judges are still to be asked about.</summary>
    public int ToJudge => unjudged.Count(kept => kept.Entry.JudgedBy is null);

    /// <summary>Finds what the ledger already has, and so what is missing.</summary>
    /// <returns>Yuan already spent, judges and calls whose end is unknown included.</returns>
    public async Task<decimal> PrepareAsync(Ledger ledger, CancellationToken cancellationToken)
    {
        var spent = 0m;
        var planned = AttemptPlan.Of(key, exam, settings.Repeats);
        await foreach (var entry in ledger.ReadAsync(key, cancellationToken))
        {
            if (entry.Reply.Outcome != Outcome.Failed && planned.Remove(entry.Key, out var done))
            {
                spent += entry.Reply.Cost ?? 0;
                Take(done, await Regrading.RenewAsync(ledger, entry, done.Question, exam.Credit, cancellationToken));
            }
        }

        await foreach (var judgement in ledger.JudgementsAsync(key, cancellationToken))
        {
            spent += judgement.Judgement.Reply.Cost ?? 0;
        }

        Unknown = await ledger.UnknownSpendingAsync(key, cancellationToken);
        foreach (var attempt in planned.Values)
        {
            missing.Enqueue(attempt);
        }

        return spent + Unknown.Lost + Unknown.Outstanding;
    }

    private void Take(Attempt done, LedgerEntry entry)
    {
        if (settings.Judges.Count > 0 && Judging.IsForJudges(done.Question, entry))
        {
            unjudged.Enqueue((done, entry));
        }
        else
        {
            Progress.Add(new GradedReply(done.Question, done.Repeat, entry.Reply, entry.Grade), now: false);
        }
    }

    /// <summary>Asks everything that is missing, or until asking more is useless.</summary>
    public Task WorkAsync(Journal journal, Judging judging, CancellationToken callLife, CancellationToken cancellationToken)
    {
        var asker = new Asker(candidate.Examinee, candidate.Rate, settings.Retries, time, callLife);
        var hands = Math.Min(candidate.Examinee.Concurrency ?? settings.Concurrency, missing.Count + unjudged.Count);
        return Task.WhenAll(Enumerable.Range(0, hands)
            .Select(_ => Task.Run(() => WorkAsync(asker, journal, judging, cancellationToken), cancellationToken)));
    }

    private async Task WorkAsync(Asker asker, Journal journal, Judging judging, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && TryTakeUnjudged(out var kept))
        {
            await JudgeAsync(kept.Attempt, kept.Entry, journal, judging, now: false, cancellationToken);
        }

        while (!cancellationToken.IsCancellationRequested && TryTake(out var attempt))
        {
            try
            {
                await AnswerAsync(attempt, asker, journal, judging, cancellationToken);
            }
            catch (ProviderException fault)
            {
                Progress.Stop(fault.Problem);
            }
            catch (BudgetExhaustedException end)
            {
                Progress.Stop(end.Problem);
            }
        }
    }

    private async Task AnswerAsync(Attempt attempt, Asker asker, Journal journal, Judging judging, CancellationToken cancellationToken)
    {
        using var hold = journal.Open(key);
        var reply = await asker.AskAsync(prompts.Render(attempt.Question, exam.Language), hold, cancellationToken);
        var entry = new LedgerEntry(attempt.Key, attempt.Question.Id, attempt.Repeat, time.GetUtcNow(), reply, null);
        entry = await KeepAsync(entry, attempt.Question, hold, journal);
        await JudgeAsync(attempt, entry, journal, judging, now: true, cancellationToken);
        GiveUpWhenDead(reply);
    }

    private async Task<LedgerEntry> KeepAsync(LedgerEntry entry, Question question, Hold hold, Journal journal)
    {
        var graded = entry;
        try
        {
            graded = entry.Reply.Outcome == Outcome.Failed ? entry : Regrading.Graded(entry, question, exam.Credit, []);
        }
        finally
        {
            // What was paid for is kept even when a bug keeps it from being graded.
            await journal.RecordAsync(graded, hold);
        }

        return graded;
    }

    /// <summary>Lets judges grade what rules cannot. The reply itself is on disk by then.</summary>
    private async Task JudgeAsync(
        Attempt attempt, LedgerEntry entry, Journal journal, Judging judging, bool now, CancellationToken cancellationToken)
    {
        var judged = await judging.GradeAsync(key, exam, attempt.Question, entry, cancellationToken);
        if (judged != entry)
        {
            await journal.RegradeAsync(key, judged);
        }

        Progress.Add(new GradedReply(attempt.Question, attempt.Repeat, judged.Reply, judged.Grade), now);
    }

    private bool TryTakeUnjudged(out (Attempt Attempt, LedgerEntry Entry) kept)
    {
        lock (gate)
        {
            return unjudged.TryDequeue(out kept);
        }
    }

    private bool TryTake(out Attempt attempt)
    {
        lock (gate)
        {
            attempt = null!;
            return Progress.Stopped is null && missing.TryDequeue(out attempt!);
        }
    }

    /// <summary>A model that only fails is left alone, so that the rest of the run is not held up.</summary>
    private void GiveUpWhenDead(Reply reply)
    {
        lock (gate)
        {
            failuresInARow = reply.Outcome == Outcome.Failed ? failuresInARow + 1 : 0;
            if (failuresInARow >= settings.GiveUpAfter)
            {
                Progress.Stop(new(
                    $"{failuresInARow} questions in a row got no reply; the last one: {reply.Error}",
                    $"连续 {failuresInARow} 题没有得到回复；最后一次：{reply.Error}"));
            }
        }
    }
}
