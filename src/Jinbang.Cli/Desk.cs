using System.Globalization;
using Jinbang.Boards;
using Jinbang.Runs;
using Jinbang.Runs.Batches;
using Jinbang.Runs.Pacing;
using Jinbang.Runs.Planning;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary>Carries examinations out, one exam after the other, in one workspace that nobody else writes to meanwhile.</summary>
internal sealed class Desk : IDisposable
{
    private readonly Workspace workspace;
    private readonly Terminal terminal;
    private readonly TimeProvider time;
    private readonly IDisposable hold;

    /// <exception cref="BadInputException">Another run is at work in this workspace, or nothing can be written there.</exception>
    public Desk(Workspace workspace, Terminal terminal, TimeProvider time)
    {
        this.workspace = workspace;
        this.terminal = terminal;
        this.time = time;
        hold = LedgerLock.Take(workspace);
    }

    /// <summary>Asks what is missing and posts the boards.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="BadInputException">The plan is likely to exceed the budget; nothing was asked.</exception>
    public async Task<int> ExamineAsync(ExamSession session, Posting posting, bool asJson, CancellationToken cancellationToken)
    {
        await using var ledger = workspace.Ledger.Open();
        var boards = new List<Board>();
        var allFull = true;
        var runs = await session.PrepareAsync(ledger, workspace.Run, new OwnMeans(new OwnPace(workspace.Run, time)), time, cancellationToken);
        await RefuseExcessAsync(runs, ledger, cancellationToken);
        // Batches of all exams are handed over before the first is waited for.
        foreach (var group in workspace.Run.Batches is null ? runs.Select(run => (IReadOnlyList<Run>)[run]) : [runs])
        {
            if (!await AskAsync(group, cancellationToken))
            {
                return ExitCode.Stopped;
            }

            foreach (var run in group)
            {
                TellOfKept(run);
                allFull &= Report(run) & ReportJudges(run);
                boards.Add(await posting.Reading.ReadAsync(ledger, run.Exam, keep: true, cancellationToken));
            }
        }

        posting.Post(boards, asJson);
        return allFull ? ExitCode.Done : ExitCode.Incomplete;
    }

    public void Dispose() => hold.Dispose();

    /// <summary>Asks what is missing of some exams.</summary>
    /// <returns>Whether that came to its end.</returns>
    private async Task<bool> AskAsync(IReadOnlyList<Run> runs, CancellationToken cancellationToken)
    {
        foreach (var run in runs)
        {
            Announce(run);
        }

        terminal.Interruptions.AllowDraining();
        try
        {
            await (workspace.Run.Batches is null
                ? new LiveProgress(terminal, time).ShowAsync(runs[0], () => runs[0].AskAsync(terminal.Interruptions.Drain, cancellationToken))
                : new BatchProgress(terminal, time).ShowAsync(
                    runs, Task.WhenAll(runs.Select(run => run.AskAsync(terminal.Interruptions.Drain, cancellationToken)))));
            return true;
        }
        catch (OperationCanceledException)
        {
            terminal.Tell(new(
                "Stopped. Everything answered is kept; the same command goes on from here.",
                "已停止。已答的内容都已保存；重新运行同一命令即可继续。"));
            if (workspace.Run.Batches is not null)
            {
                terminal.Tell(new("Batches that were handed over go on at the provider.", "已提交的批次在服务商处继续进行。"));
            }

            return false;
        }
    }

    /// <summary>A run that would stop half-way for want of money is not begun unless that is wanted.</summary>
    private async Task RefuseExcessAsync(IReadOnlyList<Run> runs, Ledger ledger, CancellationToken cancellationToken)
    {
        var (settings, budget) = (workspace.Run, runs[0].Budget);
        if (settings.SpendUpToBudget || (budget.Cap is null && budget.ModelCaps.Count == 0))
        {
            return;
        }

        var found = settings.Batches is null
            ? BudgetCheck.Excess(await new Planner(ledger).PlanAsync(runs, cancellationToken), budget)?.AtCommandLine
            : await BatchCheck.ExcessAsync(runs, ledger, cancellationToken);
        if (found is { } excess)
        {
            throw new BadInputException(new(
                $"{excess.English} Nothing was asked; `jinbang plan` shows what would cost how much.",
                $"{excess.Chinese}未调用任何模型；`jinbang plan` 可查看各项花费。"));
        }
    }

    private void Announce(Run run)
    {
        var exam = run.Exam;
        var done = run.Progress.Sum(progress => progress.Planned) - run.ToAsk - run.InBatches;
        var (english, chinese) = run.ToJudge > 0 ? ($", of these to be judged {run.ToJudge}", $"，其中待评判 {run.ToJudge}") : ("", "");
        terminal.Tell(new(
            $"{exam.Title}: questions {exam.Questions.Count}, models {run.Progress.Count}, attempts to make {run.ToAsk}, already answered {done}{english}.",
            $"{exam.Title}：{exam.Questions.Count} 题，{run.Progress.Count} 个模型，待问 {run.ToAsk}，已答 {done}{chinese}。"));
        if (run.InBatches > 0)
        {
            terminal.Tell(new(
                $"Batches that were handed over before hold {run.InBatches} further attempts.", $"此前提交的批次中另有 {run.InBatches} 题。"));
        }

        if (run.SetAside > 0)
        {
            var yuan = run.SetAside.ToString("0.00##", CultureInfo.InvariantCulture);
            terminal.Tell(new(
                $"¥{yuan} were set aside for calls whose end is unknown (the program was killed); they count as spent.",
                $"有 {yuan} 元为结果未知的调用预留（程序曾被强行终止），按已花费计算。"));
        }
    }

    /// <summary>Says what was answered by kept replies.</summary>
    private void TellOfKept(Run run)
    {
        var (kept, notHeld) = (run.Progress.Sum(progress => progress.ReusedNow), run.Progress.Sum(progress => progress.NotHeld));
        if (workspace.Run.Replay is not null)
        {
            terminal.Tell(new(
                $"{run.Exam.Title}: replayed {kept} attempts; {notHeld} are not in that ledger and count as not asked.",
                $"{run.Exam.Title}：重放了 {kept} 次作答；有 {notHeld} 次不在该账本中，按未问处理。"));
        }
        else if (kept > 0)
        {
            terminal.Tell(new(
                $"{run.Exam.Title}: reused {kept} replies that were kept of the very same questions; nothing was spent on them now.",
                $"{run.Exam.Title}：沿用了 {kept} 份对完全相同的提问已有的回复，本次没有花费。"));
        }
    }

    /// <summary>Says which models fell short and why.</summary>
    /// <returns>Whether none did.</returns>
    private bool Report(Run run)
    {
        var short_ = run.Progress.Where(progress => !progress.IsFull).ToList();
        foreach (var progress in short_)
        {
            var (graded, failed) = progress.Read(sums => (sums.Graded, sums.Failed));
            terminal.Complain(new(
                $"{progress.Model.Name}: {graded} of {progress.Planned} graded, {failed} failed. {progress.Stopped?.English ?? progress.LastError}",
                $"{progress.Model.Name}：{progress.Planned} 题中 {graded} 题有评分，{failed} 次失败。{progress.Stopped?.Chinese ?? progress.LastError}"));
        }

        ReportPace(run);
        ReportStrangeLines(run);
        return short_.Count == 0;
    }

    /// <summary>Says which models' batches held what could not be used.</summary>
    private void ReportStrangeLines(Run run)
    {
        foreach (var progress in run.Progress.Where(progress => progress.StrangeLines > 0))
        {
            terminal.Complain(new(
                $"{progress.Model.Name}: {progress.StrangeLines} lines of batch results were passed over, since they are broken, too long, there twice or of no question that was asked.",
                $"{progress.Model.Name}：批次结果中有 {progress.StrangeLines} 行被跳过：损坏、过长、重复，或不属于任何所问的题。"));
        }
    }

    /// <summary>Says which models refused calls or went away for a while.</summary>
    private void ReportPace(Run run)
    {
        foreach (var progress in run.Progress)
        {
            if (run.Pace.Look(progress.Model) is { } pace && (pace.Refused > 0 || pace.Outages > 0))
            {
                terminal.Tell(new(
                    $"{progress.Model.Name}: so far {pace.Refused} calls refused for rate limits, {pace.Outages} pauses after failures in a row; such calls were made again.",
                    $"{progress.Model.Name}：至此因限速被拒 {pace.Refused} 次，连续失败后暂停 {pace.Outages} 次；这些调用都已重做。"));
            }
        }
    }

    /// <summary>Says which judges fell short and why.</summary>
    /// <returns>Whether none did.</returns>
    private bool ReportJudges(Run run)
    {
        var short_ = run.Judges.Where(judge => judge.Unheard > 0).ToList();
        foreach (var judge in short_)
        {
            terminal.Complain(new(
                $"The judge {judge.Model.Name} judged {judge.Asked} replies; {judge.Unheard} still wait for it, and the next run asks only about those. {judge.Stopped?.English} {judge.LastError}".TrimEnd(),
                $"评判者 {judge.Model.Name} 评判了 {judge.Asked} 份作答，另有 {judge.Unheard} 份待评判，下次运行只问这些。{judge.Stopped?.Chinese}{judge.LastError}"));
        }

        return short_.Count == 0;
    }
}
