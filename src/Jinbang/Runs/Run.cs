using System.Runtime.ExceptionServices;
using Jinbang.Exams;
using Jinbang.Runs.Judges;
using Jinbang.Runs.Pacing;

namespace Jinbang.Runs;

/// <summary>Asks every candidate every question of an exam that the ledger does not yet hold a reply to.</summary>
public sealed class Run
{
    private readonly IReadOnlyList<Seat> seats;
    private readonly Ledger ledger;
    private readonly RunSettings settings;
    private readonly PromptTemplates prompts;
    private readonly TimeProvider time;
    private readonly Means means;
    private Func<Phrase?> trouble = () => null;

    private Run(
        Exam exam, IReadOnlyList<Seat> seats, PromptTemplates prompts, Ledger ledger, RunSettings settings, Budget budget, Means means, TimeProvider time)
    {
        Exam = exam;
        Budget = budget;
        this.means = means;
        this.seats = seats;
        this.ledger = ledger;
        this.settings = settings;
        this.prompts = prompts;
        this.time = time;
    }

    internal IReadOnlyList<Seat> Seats => seats;

    internal RunSettings Settings => settings;

    internal PromptTemplates Prompts => prompts;

    /// <summary>What the comparison of judges with rules is called, which is made once for all who share the run; null when there is none.</summary>
    internal string? Comparison => settings.Judges.Count > 0 && settings.JudgeSample > 0 ? $"comparison {Exam.Id} {Exam.Language}" : null;

    /// <summary>The exam that is sat.</summary>
    public Exam Exam { get; }

    /// <summary>How far each model has come, in the order the candidates were given.</summary>
    public IReadOnlyList<ModelProgress> Progress => [.. seats.Select(seat => seat.Progress)];

    /// <summary>Attempts without a reply.</summary>
    public int ToAsk => seats.Sum(seat => seat.Inventory.Missing.Count);

    /// <summary>Attempts in batches that earlier runs handed over, and whose results are not here yet.</summary>
    public int InBatches => seats.Sum(seat => seat.Batched.Count);

    /// <summary>Replies in the ledger that judges are still to be asked about.</summary>
    public int ToJudge => seats.Sum(seat => seat.Inventory.ToJudge);

    /// <summary>How each judge has fared; empty before the run has ended, and without judges.</summary>
    public IReadOnlyList<JudgeProgress> Judges { get; private set; } = [];

    /// <summary>Yuan set aside by an earlier run for calls whose end is unknown, since it was killed; they count as spent.</summary>
    public decimal SetAside => seats.Sum(seat => seat.Inventory.Unknown.Outstanding);

    /// <summary>Why nothing can be written at present, and so nothing is asked; null while all is well.</summary>
    public Phrase? Trouble => trouble();

    /// <summary>What may be spent and what has been.</summary>
    public Budget Budget { get; }

    /// <summary>How fast each model is asked.</summary>
    public Pace Pace => means.Pace;

    /// <summary>Looks up what is missing, and counts what earlier runs spent on the same attempts. Nothing is asked yet.</summary>
    /// <param name="exam">The exam.</param>
    /// <param name="candidates">The models.</param>
    /// <param name="prompts">The wording of prompts.</param>
    /// <param name="ledger">Where replies are kept.</param>
    /// <param name="settings">How the run is carried out.</param>
    /// <param name="budget">What may be spent; several runs may share one, if all are prepared before the first asks.</param>
    /// <param name="means">What the run works with.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">Two candidates or two judges have one name, a budget is set and a price is
    /// unknown, or the exam has open questions and there is no judge.</exception>
    public static async Task<Run> PrepareAsync(
        Exam exam, IReadOnlyList<Candidate> candidates, PromptTemplates prompts, Ledger ledger, RunSettings settings,
        Budget budget, Means means, TimeProvider time, CancellationToken cancellationToken)
    {
        RefuseTwins(candidates);
        RefuseTwins(settings.Judges);
        RefuseUnbatched(candidates, settings);
        RefuseUnknownPrices([.. candidates, .. settings.Judges], settings, budget);
        RefuseUnjudged(exam, settings);
        var paper = Paper.Of(exam);
        var seats = candidates.Select(candidate => new Seat(paper, candidate, prompts, settings, time)).ToList();
        foreach (var seat in seats)
        {
            await seat.PrepareAsync(ledger, budget, means, cancellationToken);
        }

        return new Run(exam, seats, prompts, ledger, settings, budget, means, time);
    }

    /// <summary>Has <see cref="Progress"/> count every reply as the ledger has it graded, those that judges may still change too. For who asks nobody.</summary>
    public void CountUnjudged()
    {
        foreach (var seat in seats)
        {
            seat.CountUnjudged();
        }
    }

    /// <summary>Asks what is missing, as <see cref="AskAsync(CancellationToken, CancellationToken)"/> does that nobody drains.</summary>
    public Task AskAsync(CancellationToken cancellationToken) => AskAsync(cancellationToken, cancellationToken);

    /// <summary>Asks what is missing. When it ends, however it ends, everything answered so far is in the ledger.</summary>
    /// <param name="drain">Cancelled to ask nothing more, and to end when the calls under way are finished.</param>
    /// <param name="cancellationToken">Cancelled to end at once, calls under way included.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled either.</exception>
    /// <exception cref="LedgerFaultException">The ledger could not be written for too long.</exception>
    public async Task AskAsync(CancellationToken drain, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        settings.Log.RunBegan(Exam.Id, seats.Count, ToAsk, Budget.Cap);
        foreach (var seat in means.ArePlaced ? [] : seats)
        {
            await ledger.BeginAsync(seat.Sitting, seat.Repeats, seat.Edition, cancellationToken);
            if (settings.ForgetBatches)
            {
                await seat.ForgetBatchesAsync(ledger, Budget, cancellationToken);
            }
        }

        var holder = means.HolderOf(ledger);
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, drain);
        var written = new Journal(holder, Budget, settings, time, asking.Token);
        trouble = () => written.Trouble;
        try
        {
            await using (written)
            {
                await AskAsync(written, holder, asking.Token, cancellationToken);
            }
        }
        catch (OperationCanceledException) when (holder.Removed.IsCancellationRequested && !asking.IsCancellationRequested)
        {
            throw TakenForDead();
        }
        finally
        {
            TellEnd(time.GetElapsedTime(start));

            // Whatever else ended the run: that answers are not kept must be said.
            ThrowUnlessKept(written);
        }
    }

    private async Task AskAsync(Journal written, Holder holder, CancellationToken asking, CancellationToken cancellationToken)
    {
        using var calls = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, written.Failed);
        using var further = CancellationTokenSource.CreateLinkedTokenSource(asking, written.Failed, holder.Removed);
        var judging = new Judging(settings, prompts, ledger, written, means, time, calls.Token);
        await Task.WhenAll(seats.Select(seat => settings.Batches is null
            ? seat.WorkAsync(ledger, Pace, written, judging, calls.Token, further.Token)
            : seat.WorkInBatchesAsync(ledger, Budget, written, judging, calls.Token, further.Token)));
        await written.FlushAsync();
        if (Comparison is { } comparison)
        {
            await means.DoOnceAsync(comparison, () => CompareAsync(judging, further.Token), further.Token);
        }

        Judges = judging.Judges;
        further.Token.ThrowIfCancellationRequested();
    }

    private static void ThrowUnlessKept(Journal journal)
    {
        if (journal.Fault is not { } fault)
        {
            return;
        }

        if (journal.Trouble is not { } why)
        {
            ExceptionDispatchInfo.Throw(fault);
            return;
        }

        throw new LedgerFaultException(
            new(
                $"{why.English} The run was ended: {journal.NotKept} answers that had come meanwhile could not be kept. Everything kept before is safe; then run the same command again.",
                $"{why.Chinese}任务已结束：其间收到的 {journal.NotKept} 份作答未能保存。此前保存的都安全；解决后重新运行同一命令即可。"),
            isPassing: false, cause: null);
    }

    private static LedgerFaultException TakenForDead() => new(
        new(
            "The ledger's server heard nothing of this program for too long, so that others have its work now. All that was answered is kept; run the same command again to take part.",
            "账本服务器太久没有收到本程序的消息，其工作已交给其他程序。已收到的作答都已保存；重新运行同一命令即可继续参与。"),
        isPassing: false, cause: null);

    private void TellEnd(TimeSpan elapsed)
    {
        foreach (var progress in Progress)
        {
            var (graded, failed, retries) = progress.Read(sums => (sums.Graded, sums.Failed, sums.Retries));
            settings.Log.ModelEnded(progress.Model.Name, progress.AskedNow, progress.Planned, graded, failed, retries);
        }

        settings.Log.RunEnded(Exam.Id, elapsed.TotalSeconds, Budget.Spent);
    }

    private async Task CompareAsync(Judging judging, CancellationToken cancellationToken)
    {
        var sample = await ComparisonSample.DrawAsync(
            ledger, Exam, seats.Select(seat => seat.Sitting.Key), seats.Max(seat => seat.Repeats), settings.JudgeSample, cancellationToken);
        await Task.WhenAll(sample.Select(drawn => judging.CompareAsync(drawn.Sitting, Exam, drawn.Question, drawn.Entry, cancellationToken)));
    }

    private static void RefuseTwins(IReadOnlyList<Candidate> candidates)
    {
        var twin = candidates.GroupBy(candidate => candidate.Examinee.Model.Name).FirstOrDefault(group => group.Count() > 1);
        if (twin is not null)
        {
            throw new BadInputException(new(
                $"Two models are named {twin.Key}. Give one of them another name, or each a provider of its own.",
                $"有两个模型都叫 {twin.Key}。请给其中一个另起名字，或分别指定不同的服务商。"));
        }
    }

    private static void RefuseUnbatched(IReadOnlyList<Candidate> candidates, RunSettings settings)
    {
        var alone = candidates.Where(candidate => candidate.Examinee.Batching is null).Select(candidate => candidate.Examinee.Model.Name).ToList();
        if (settings.Batches is not null && alone.Count > 0)
        {
            throw new BadInputException(new(
                $"{string.Join(", ", alone)}: no batch interface is known of the provider. Name them in a run without --batch. Nothing was asked.",
                $"{string.Join("、", alone)}：服务商没有已知的批处理接口。请在不带 --batch 的运行中考它们。未调用任何模型。"));
        }
    }

    private static void RefuseUnknownPrices(IReadOnlyList<Candidate> candidates, RunSettings settings, Budget budget)
    {
        var unpriced = candidates
            .Where(candidate => candidate.Rate is null && budget.Of(candidate.Examinee.Model.Name) is var own && (own.Cap ?? budget.Cap) is not null)
            .Select(candidate => candidate.Examinee.Model.Name)
            .Distinct()
            .ToList();
        if (unpriced.Count > 0 && !settings.AllowUnknownPrice)
        {
            var names = string.Join(", ", unpriced);
            throw new BadInputException(new(
                $"A budget is set, but the price of {names} is unknown. Give it in {Workspace.FileName}, under models: "
                + $"{{name: {unpriced[0]}, price: {{input: 2, output: 8, currency: CNY, date: 2026-11-01}}}} (per million tokens), "
                + "or ask all the same, at an unlimited cost, with --allow-unknown-price. Nothing was asked.",
                $"已设预算，但 {names} 的价格未知。请在 {Workspace.FileName} 的 models 中给出价格："
                + $"{{name: {unpriced[0]}, price: {{input: 2, output: 8, currency: CNY, date: 2026-11-01}}}}（每百万 token），"
                + "或用 --allow-unknown-price 放行（花费不受限制）。未调用任何模型。"));
        }
    }

    private static void RefuseUnjudged(Exam exam, RunSettings settings)
    {
        if (settings.Judges.Count == 0 && exam.Questions.FirstOrDefault(question => question.Kind is QuestionKind.Open) is { } open)
        {
            throw new BadInputException(new(
                $"{open.Place}: question {open.Id} is an open one, and nobody is there to give points. Name a judge with --judge, or under judges in {Workspace.FileName}. Nothing was asked.",
                $"{open.Place}：题目 {open.Id} 是开放题，但没有评判者打分。请用 --judge 指定，或写在 {Workspace.FileName} 的 judges 中。未调用任何模型。"));
        }
    }
}
