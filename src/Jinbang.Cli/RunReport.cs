using System.Globalization;
using Jinbang.Runs;

namespace Jinbang.Cli;

/// <summary>Says what runs are about to do, and what came of them.</summary>
/// <param name="terminal">Where to say it.</param>
/// <param name="settings">How they are carried out.</param>
internal sealed class RunReport(Terminal terminal, RunSettings settings)
{
    /// <summary>Says what is about to be asked.</summary>
    public void Announce(Run run)
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
    public void TellOfKept(Run run)
    {
        var (kept, notHeld) = (run.Progress.Sum(progress => progress.ReusedNow), run.Progress.Sum(progress => progress.NotHeld));
        if (settings.Replay is not null)
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

    /// <summary>Says which models and judges fell short and why.</summary>
    /// <returns>Whether none did.</returns>
    public bool Tell(Run run) => TellOfModels(run) & TellOfJudges(run);

    private bool TellOfModels(Run run)
    {
        var short_ = run.Progress.Where(progress => !progress.IsFull).ToList();
        foreach (var progress in short_)
        {
            var (graded, failed) = progress.Read(sums => (sums.Graded, sums.Failed));
            terminal.Complain(new(
                $"{progress.Model.Name}: {graded} of {progress.Planned} graded, {failed} failed. {progress.Stopped?.English ?? progress.LastError}",
                $"{progress.Model.Name}：{progress.Planned} 题中 {graded} 题有评分，{failed} 次失败。{progress.Stopped?.Chinese ?? progress.LastError}"));
        }

        TellOfPace(run);
        TellOfStrangeLines(run);
        return short_.Count == 0;
    }

    /// <summary>Says which models' batches held what could not be used.</summary>
    private void TellOfStrangeLines(Run run)
    {
        foreach (var progress in run.Progress.Where(progress => progress.StrangeLines > 0))
        {
            terminal.Complain(new(
                $"{progress.Model.Name}: {progress.StrangeLines} lines of batch results were passed over, since they are broken, too long, there twice or of no question that was asked.",
                $"{progress.Model.Name}：批次结果中有 {progress.StrangeLines} 行被跳过：损坏、过长、重复，或不属于任何所问的题。"));
        }
    }

    /// <summary>Says which models refused calls or went away for a while.</summary>
    private void TellOfPace(Run run)
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
    private bool TellOfJudges(Run run)
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
