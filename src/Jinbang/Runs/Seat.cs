using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

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

    /// <summary>Finds what the ledger already has, and so what is missing.</summary>
    /// <returns>Yuan already spent.</returns>
    public async Task<decimal> PrepareAsync(Ledger ledger, CancellationToken cancellationToken)
    {
        var planned = AttemptPlan.Of(key, exam, settings.Repeats);
        await foreach (var entry in ledger.ReadAsync(key, cancellationToken))
        {
            if (entry.Reply.Outcome != Outcome.Failed && planned.Remove(entry.Key, out var done))
            {
                var grade = Regrading.Renew(entry, done.Question, exam.Credit).Grade;
                Progress.Add(new GradedReply(done.Question, done.Repeat, entry.Reply, grade), now: false);
            }
        }

        foreach (var attempt in planned.Values)
        {
            missing.Enqueue(attempt);
        }

        return Progress.Read(sums => sums.KnownCost);
    }

    /// <summary>Asks everything that is missing, or until asking more is useless.</summary>
    public Task WorkAsync(Budget budget, Journal journal, CancellationToken cancellationToken)
    {
        var asker = new Asker(candidate.Examinee, candidate.Rate, budget, settings.Retries, time);
        var hands = Math.Min(candidate.Examinee.Concurrency ?? settings.Concurrency, missing.Count);
        return Task.WhenAll(Enumerable.Range(0, hands)
            .Select(_ => Task.Run(() => WorkAsync(asker, journal, cancellationToken), cancellationToken)));
    }

    private async Task WorkAsync(Asker asker, Journal journal, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && TryTake(out var attempt))
        {
            try
            {
                await AnswerAsync(attempt, asker, journal, cancellationToken);
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

    private async Task AnswerAsync(Attempt attempt, Asker asker, Journal journal, CancellationToken cancellationToken)
    {
        var reply = await asker.AskAsync(prompts.Render(attempt.Question, exam.Language), cancellationToken);
        var failed = reply.Outcome == Outcome.Failed;
        var grade = failed ? null : Grader.For(attempt.Question.Kind).Grade(attempt.Question, exam.Credit, reply);
        await journal.RecordAsync(
            key,
            new LedgerEntry(attempt.Key, attempt.Question.Id, attempt.Repeat, time.GetUtcNow(), reply, grade)
            {
                GradedBy = failed ? null : Regrading.Mark(attempt.Question, exam.Credit),
            });
        Progress.Add(new GradedReply(attempt.Question, attempt.Repeat, reply, grade), now: true);
        GiveUpWhenDead(reply);
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
