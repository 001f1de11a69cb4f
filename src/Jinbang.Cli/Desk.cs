using Jinbang.Boards;
using Jinbang.Runs;
using Jinbang.Runs.Pacing;
using Jinbang.Workspaces;

namespace Jinbang.Cli;

/// <summary>Carries examinations out, one exam after the other, in one workspace that nobody else writes to meanwhile.</summary>
internal sealed class Desk : IDisposable
{
    private readonly Workspace workspace;
    private readonly Terminal terminal;
    private readonly TimeProvider time;
    private readonly RunReport report;
    private readonly IDisposable hold;

    /// <exception cref="BadInputException">Another run is at work in this workspace, or nothing can be written there.</exception>
    public Desk(Workspace workspace, Terminal terminal, TimeProvider time)
    {
        this.workspace = workspace;
        this.terminal = terminal;
        this.time = time;
        report = new RunReport(terminal, workspace.Run);
        hold = LedgerLock.Take(workspace);
    }

    /// <summary>Asks what is missing and posts the boards.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="BadInputException">The plan is likely to exceed the budget; nothing was asked.</exception>
    public async Task<int> ExamineAsync(ExamSession session, Posting posting, bool asJson, CancellationToken cancellationToken)
    {
        await using var ledger = workspace.Ledger.Open();
        await session.RefuseSharedAsync(ledger, cancellationToken);
        var boards = new List<Board>();
        var allFull = true;
        var runs = await session.PrepareAsync(ledger, workspace.Run, new OwnMeans(new OwnPace(workspace.Run, time)), time, cancellationToken);
        await ExcessRefusal.CheckAsync(workspace.Run, runs, ledger, cancellationToken);
        // Batches of all exams are handed over before the first is waited for.
        foreach (var group in workspace.Run.Batches is null ? runs.Select(run => (IReadOnlyList<Run>)[run]) : [runs])
        {
            if (!await AskAsync(group, cancellationToken))
            {
                return ExitCode.Stopped;
            }

            foreach (var run in group)
            {
                report.TellOfKept(run);
                allFull &= report.Tell(run);
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
            report.Announce(run);
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
}
