using Jinbang.Boards;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;
using Jinbang.Runs.Sharing;
using Jinbang.Workspaces;
using Jinbang.Workspaces.Orders;

namespace Jinbang.Cli;

/// <summary>Has examinations carried out by the silos of a cluster, and posts the boards.</summary>
/// <param name="workspace">How; its ledger is the cluster's.</param>
/// <param name="terminal">Where it speaks.</param>
/// <param name="time">The clock.</param>
internal sealed class ClusterDesk(Workspace workspace, Terminal terminal, TimeProvider time)
{
    private readonly RunReport report = new(terminal, workspace.Run);

    /// <summary>Has what is missing asked and posts the boards.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="BadInputException">It cannot be carried out by a cluster, or the plan is likely to exceed the budget; nothing was asked.</exception>
    public async Task<int> ExamineAsync(ExamSession session, Posting posting, bool asJson, CancellationToken cancellationToken)
    {
        await using var ledger = workspace.Ledger.Open() as PostgresLedger ?? throw new BadInputException(new(
            "The silos of a cluster share a PostgreSQL database: --cluster \"Host=…;Database=…;Username=…\".",
            "集群的各台机器共用一个 PostgreSQL 数据库：--cluster \"Host=…;Database=…;Username=…\"。"));
        var runs = await PrepareAsync(session, ledger, cancellationToken);
        await ExcessRefusal.CheckAsync(workspace.Run, runs, ledger, cancellationToken);
        foreach (var run in runs)
        {
            report.Announce(run);
        }

        var id = await PlaceAsync(session, runs, ledger, cancellationToken);
        if (!await FollowAsync(ledger, id, cancellationToken))
        {
            return ExitCode.Stopped;
        }

        return await PostAsync(await PrepareAsync(session, ledger, cancellationToken), ledger, posting, asJson, cancellationToken);
    }

    private Task<IReadOnlyList<Run>> PrepareAsync(ExamSession session, PostgresLedger ledger, CancellationToken cancellationToken) =>
        session.PrepareAsync(ledger, workspace.Run, new OwnMeans(new OwnPace(workspace.Run, time)), time, cancellationToken);

    /// <summary>Places what was prepared, unless somebody did before.</summary>
    private async Task<string> PlaceAsync(ExamSession session, IReadOnlyList<Run> runs, PostgresLedger ledger, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = RunNames.New(now);
        var order = PlacedRun.Of(id, session, runs, Environment.UserName, now);
        if (await ledger.Runs.TwinAsync(order, cancellationToken) is { } twin)
        {
            terminal.Tell(new(
                $"The very same is being asked already, as run {twin}: following that.", $"完全相同的内容已在任务 {twin} 中进行：改为跟随该任务。"));
            return twin;
        }

        await ledger.Runs.PlaceAsync(order, cancellationToken);
        terminal.Tell(new(
            $"Run {id} is placed; every silo of the cluster works on it. Ctrl-C stops it; if this program ends otherwise, it goes on, and the same command follows it again.",
            $"任务 {id} 已提交，由集群的各台机器共同完成。按 Ctrl-C 停止任务；本程序以其他方式结束时任务继续，再次运行同一命令即可继续跟随。"));
        return id;
    }

    /// <returns>Whether it came to its end.</returns>
    private async Task<bool> FollowAsync(PostgresLedger ledger, string id, CancellationToken cancellationToken)
    {
        terminal.Interruptions.AllowDraining();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, terminal.Interruptions.Drain);
        try
        {
            if (await new ClusterProgress(terminal, time).FollowAsync(ledger.Sights, id, end.Token) is RunState.Ended)
            {
                return true;
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            await ledger.Runs.StopRunAsync(id, default);
        }

        terminal.Tell(new(
            "Stopped; silos finish the calls under way. Everything answered is kept; the same command goes on from here.",
            "已停止，各台机器会完成进行中的调用。已答的内容都已保存；重新运行同一命令即可继续。"));
        return false;
    }

    private async Task<int> PostAsync(IReadOnlyList<Run> runs, PostgresLedger ledger, Posting posting, bool asJson, CancellationToken cancellationToken)
    {
        var boards = new List<Board>();
        var allFull = true;
        foreach (var run in runs)
        {
            run.CountUnjudged();
            allFull &= report.Tell(run) & TellOfUnjudged(run);
            boards.Add(await posting.Reading.ReadAsync(ledger, run.Exam, keep: true, cancellationToken));
        }

        posting.Post(boards, asJson);
        return allFull ? ExitCode.Done : ExitCode.Incomplete;
    }

    private bool TellOfUnjudged(Run run)
    {
        if (run.ToJudge > 0)
        {
            terminal.Complain(new(
                $"{run.Exam.Title}: {run.ToJudge} replies still wait for judges, and the next run asks only about those.",
                $"{run.Exam.Title}：还有 {run.ToJudge} 份作答待评判，下次运行只问这些。"));
        }

        return run.ToJudge == 0;
    }
}
