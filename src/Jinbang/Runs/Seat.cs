using System.Runtime.CompilerServices;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs.Batches;
using Jinbang.Runs.Judges;
using Jinbang.Runs.Pacing;

namespace Jinbang.Runs;

/// <summary>One candidate at its desk: the attempts still missing, asked one after the other by several hands.</summary>
internal sealed class Seat
{
    private readonly Paper paper;
    private readonly Candidate candidate;
    private readonly PromptTemplates prompts;
    private readonly RunSettings settings;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private Backlog? backlog;
    private int failuresInARow;

    public Seat(Paper paper, Candidate candidate, PromptTemplates prompts, RunSettings settings, TimeProvider time)
    {
        this.paper = paper;
        this.candidate = candidate;
        this.prompts = prompts;
        this.settings = settings;
        this.time = time;
        Sitting = new Sitting(Exam.Id, Exam.Language, candidate.Examinee.Model, prompts.HashFor(Exam));
        (Repeats, Edition) = candidate.Replayed is { } replayed ? (replayed.Repeats, replayed.FirstEdition) : (settings.Repeats, settings.Edition);
        Plan = new AttemptPlan(Sitting.Key, paper, Repeats);
        (Inventory, Batched) = (new Inventory(Plan), new Batched(Plan));
        Progress = new ModelProgress(Sitting, Math.Min(settings.Limit ?? int.MaxValue, paper.Count) * Repeats);
    }

    public Candidate Candidate => candidate;

    public Sitting Sitting { get; }

    public ModelProgress Progress { get; }

    /// <summary>How often each question is asked.</summary>
    public int Repeats { get; }

    /// <summary>The edition that it is asked for, or null.</summary>
    public string? Edition { get; }

    /// <summary>All attempts of the sitting.</summary>
    public AttemptPlan Plan { get; }

    /// <summary>What its sums are counted by.</summary>
    public string Mark => paper.Mark(Repeats);

    /// <summary>How points are given.</summary>
    public CreditRule Credit => Exam.Credit;

    /// <summary>What the ledger had when it was prepared.</summary>
    public Inventory Inventory { get; private set; }

    /// <summary>What is in batches.</summary>
    public Batched Batched { get; private set; }

    /// <summary>What is still to be asked.</summary>
    public Backlog Backlog => backlog ?? throw new InvalidOperationException("The seat is not prepared.");

    /// <summary>The questions of the attempts that must be asked, since no reply to another examination answers them.</summary>
    public async Task<IReadOnlyList<Question>> ToPayForAsync(Ledger ledger, CancellationToken cancellationToken)
    {
        var recall = await Recall.OpenAsync(ledger, Sitting, settings, time, cancellationToken);
        return recall.IsEmpty ? [.. Inventory.Questions] : await ToPayFor(recall, cancellationToken).Select(attempt => attempt.Question).ToListAsync(cancellationToken);
    }

    /// <summary>The most yuan that asking these can cost; 0 when the price is unknown.</summary>
    public async Task<decimal> WorstCaseAsync(Ledger ledger, CancellationToken cancellationToken) =>
        await ToPayFor(await Recall.OpenAsync(ledger, Sitting, settings, time, cancellationToken), cancellationToken)
            .Select(attempt => candidate.Rate?.WorstCase(Prompt(attempt), Sitting.Model.MaxOutputTokens) ?? 0)
            .SumAsync(cancellationToken);

    private async IAsyncEnumerable<Attempt> ToPayFor(Recall recall, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var attempt in Inventory.Attempts)
        {
            if (!await recall.HoldsAsync(attempt, () => Prompt(attempt), cancellationToken))
            {
                yield return attempt;
            }
        }
    }

    private Exam Exam => paper.Exam;

    /// <summary>Finds what the ledger already has, and so what is missing, unless that was done for all who share the run.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="budget">Where to count what was spent.</param>
    /// <param name="means">Where attempts come from.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task PrepareAsync(Ledger ledger, Budget budget, Means means, CancellationToken cancellationToken)
    {
        if (!means.ArePlaced)
        {
            await LookThroughAsync(ledger, budget, cancellationToken);
        }

        backlog = means.BacklogOf(this);
    }

    private async Task LookThroughAsync(Ledger ledger, Budget budget, CancellationToken cancellationToken)
    {
        var index = Plan.Index();
        Batched = await Batched.FindAsync(ledger, Sitting.Key, Plan, index, cancellationToken);
        Inventory = await Inventory.TakeAsync(ledger, this, index, settings, cancellationToken);
        // What is counted by renewed grades, or while judges are at work, is counted anew from the ledger afterwards.
        Progress.Begin(Inventory.Kept, Inventory.IsCurrent && settings.Judges.Count == 0 ? Mark : null);
        await Inventory.CountAsync(ledger, this, budget, cancellationToken);
    }

    /// <summary>Gives the open batches up: what they may cost is lost, and their questions are missing.</summary>
    public async Task ForgetBatchesAsync(Ledger ledger, Budget budget, CancellationToken cancellationToken)
    {
        foreach (var batch in Batched.Open)
        {
            await ledger.EndBatchAsync(batch, time.GetUtcNow(), batch.Reserved, cancellationToken);
            budget.Of(Sitting.Model.Name).Settle(batch.Reserved, batch.Reserved);
            Backlog.Return(Batched.Take(batch));
        }
    }

    /// <summary>Counts what is to be judged as it is, for a run that asks nobody.</summary>
    public void CountUnjudged()
    {
        var sums = Inventory.Kept.Copy();
        foreach (var (attempt, kept) in Inventory.Unjudged)
        {
            sums.Add(new GradedReply(attempt.Question, attempt.Repeat, kept!.Reply, kept.Grade));
        }

        Progress.Begin(sums, mark: null);
    }

    /// <summary>An attempt with the reply that a ledger has, if judges are to grade that; else null.</summary>
    public async Task<LedgerEntry?> FindForJudgesAsync(Ledger ledger, Attempt attempt, CancellationToken cancellationToken) =>
        settings.Judges.Count > 0
        && await ledger.FindAsync(attempt.Key, cancellationToken) is { } entry
        && await Regrading.RenewAsync(ledger, entry, attempt.Question, Exam.Credit, cancellationToken) is var now
        && Judging.IsForJudges(attempt.Question, now) ? now : null;

    /// <summary>Asks everything that is missing, or until asking more is useless.</summary>
    public async Task WorkAsync(Ledger ledger, Pace pace, Journal journal, Judging judging, CancellationToken callLife, CancellationToken cancellationToken)
    {
        // Not before there is something to ask: of hundreds of sittings few are asked at a time.
        var recall = new Lazy<Task<Recall>>(() => Recall.OpenAsync(ledger, Sitting, settings, time, cancellationToken));
        var asker = new Asker(candidate, pace, settings.Retries, time, callLife) { Log = settings.Log };
        await Hands.WorkAsync(asker.Concurrency, (found, end) => WorkAsync(found, recall, asker, journal, judging, end), cancellationToken);
        StopWhileInBatches();
    }

    /// <summary>Has everything that is missing answered in batches, or until that is useless.</summary>
    public async Task WorkInBatchesAsync(
        Ledger ledger, Budget budget, Journal journal, Judging judging, CancellationToken callLife, CancellationToken cancellationToken)
    {
        var recall = await Recall.OpenAsync(ledger, Sitting, settings, time, cancellationToken);
        var own = budget.Of(Sitting.Model.Name);
        var reading = new BatchReading(this, recall, own, journal, judging, settings);
        await Task.WhenAll(
            JudgeAsync(Backlog.TakeKept(), journal, judging, cancellationToken),
            new BatchWork(this, ledger, own, reading, settings, time, callLife).WorkAsync(recall, cancellationToken));
        StopWhileInBatches();
    }

    private async Task JudgeAsync(IReadOnlyList<Piece> kept, Journal journal, Judging judging, CancellationToken cancellationToken)
    {
        foreach (var piece in kept.TakeWhile(_ => !cancellationToken.IsCancellationRequested))
        {
            await JudgeAsync(piece.Attempt, piece.Kept!, journal, judging, isOfThisRun: false, cancellationToken);
        }
    }

    private async Task WorkAsync(Action found, Lazy<Task<Recall>> recall, Asker asker, Journal journal, Judging judging, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && await Backlog.TakeAsync(cancellationToken) is { } piece)
        {
            found();
            try
            {
                await (piece.Kept is { } kept
                    ? JudgeAsync(piece.Attempt, kept, journal, judging, isOfThisRun: false, cancellationToken)
                    : AnswerAsync(piece.Attempt, recall, asker, journal, judging, cancellationToken));
            }
            catch (ProviderException fault)
            {
                Stop(fault.Problem, fault.Kind.ToString());
            }
            catch (BudgetExhaustedException end)
            {
                Stop(end.Problem, "Budget");
            }
        }
    }

    private async Task AnswerAsync(Attempt attempt, Lazy<Task<Recall>> recall, Asker asker, Journal journal, Judging judging, CancellationToken cancellationToken)
    {
        using var hold = journal.Open(Sitting.Key, Sitting.Model.Name);
        var prompt = Prompt(attempt);
        if (await AskAsync(attempt, prompt, recall, asker, hold, cancellationToken) is not { } entry)
        {
            Progress.Miss();
            return;
        }

        await KeepAsync(entry, attempt, hold, journal, judging, cancellationToken);
        GiveUpWhenDead(entry.Reply);
    }

    private async Task<LedgerEntry?> AskAsync(Attempt attempt, Prompt prompt, Lazy<Task<Recall>> recall, Asker asker, Hold hold, CancellationToken cancellationToken)
    {
        try
        {
            return await (await recall.Value).AnswerAsync(attempt, prompt, () => asker.AskAsync(prompt, hold, cancellationToken), cancellationToken);
        }
        finally
        {
            Backlog.PutDown();
        }
    }

    /// <summary>Grades an attempt with its reply and records it; done when it is on its way into the ledger, and after judges have spoken.</summary>
    /// <param name="entry">The attempt with its reply.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="hold">What was set aside for it; null when that is kept elsewhere.</param>
    /// <param name="journal">Where it is recorded.</param>
    /// <param name="judging">Grades what rules cannot.</param>
    /// <param name="cancellationToken">Ends the judging.</param>
    public async Task KeepAsync(
        LedgerEntry entry, Attempt attempt, Hold? hold, Journal journal, Judging judging, CancellationToken cancellationToken)
    {
        var graded = await GradeAsync(entry, attempt, hold, journal);
        if (judging.Concerns(attempt.Question, graded))
        {
            await journal.RecordAsync(Progress, graded, null, hold);
            await JudgeAsync(attempt, graded, journal, judging, isOfThisRun: true, cancellationToken);
        }
        else
        {
            await journal.PostAsync(Progress, graded, Final(attempt, graded), hold);
        }
    }

    /// <summary>What an attempt asks.</summary>
    public Prompt Prompt(Attempt attempt) =>
        prompts.Render(attempt.Question, Exam.Language) with { Seed = candidate.Examinee.SeedOf(attempt.Repeat) };

    private async Task<LedgerEntry> GradeAsync(LedgerEntry entry, Attempt attempt, Hold? hold, Journal journal)
    {
        try
        {
            return entry.Reply.Outcome == Outcome.Failed ? entry : Regrading.Graded(entry, attempt.Question, Exam.Credit, []);
        }
        catch
        {
            // What was paid for is kept even when a bug keeps it from being graded.
            await journal.RecordAsync(Progress, entry, Final(attempt, entry), hold);
            throw;
        }
    }

    /// <summary>Lets judges grade what rules cannot. The reply itself is on disk by then.</summary>
    private async Task JudgeAsync(
        Attempt attempt, LedgerEntry entry, Journal journal, Judging judging, bool isOfThisRun, CancellationToken cancellationToken)
    {
        var judged = await judging.GradeAsync(Sitting.Key, Exam, attempt.Question, entry, cancellationToken);
        await journal.RegradeAsync(Progress, judged, Final(attempt, judged), isOfThisRun);
    }

    private Finished Final(Attempt attempt, LedgerEntry entry) =>
        new(attempt, new GradedReply(attempt.Question, attempt.Repeat, entry.Reply, entry.Grade), Backlog);

    /// <summary>A model that only fails is left alone, so that the rest of the run is not held up.</summary>
    private void GiveUpWhenDead(Reply reply)
    {
        lock (gate)
        {
            // A failure that is replayed says nothing of what comes next.
            failuresInARow = reply is { Outcome: Outcome.Failed, IsReused: false } ? failuresInARow + 1 : 0;
            if (failuresInARow >= settings.GiveUpAfter)
            {
                Stop(new(
                    $"{failuresInARow} questions in a row got no reply; the last one: {reply.Error}",
                    $"连续 {failuresInARow} 题没有得到回复；最后一次：{reply.Error}"), "NoReplies");
            }
        }
    }

    private void StopWhileInBatches()
    {
        if (Batched.Count is > 0 and var waiting)
        {
            Stop(new(
                $"{waiting} questions are in batches at the provider; `jinbang run --batch` takes their results.",
                $"{waiting} 题在服务商的批次中；运行 `jinbang run --batch` 可取回结果。"), "InBatches");
        }
    }

    /// <summary>Stops the asking.</summary>
    public void Stop(Phrase why, string cause)
    {
        if (Progress.Stop(why))
        {
            Backlog.Stop(why);
            settings.Log.ModelStopped(Progress.Model.Name, Progress.Model.Account(), cause);
        }
    }
}
