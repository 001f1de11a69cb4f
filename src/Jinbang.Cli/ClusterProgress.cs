using System.Globalization;
using Jinbang.Runs;
using Jinbang.Runs.Sharing;
using Spectre.Console;

namespace Jinbang.Cli;

/// <summary>Shows how far a run of a cluster has come: one line that is redrawn, or, where that cannot be, what keeps it from going on.</summary>
/// <param name="terminal">Where to show it.</param>
/// <param name="time">The clock.</param>
internal sealed class ClusterProgress(Terminal terminal, TimeProvider time)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);

    // Silos look for runs each second, and read its files before they begin.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly HashSet<string> told = [];

    /// <summary>Follows a run until it is over, also through times when the database is away.</summary>
    /// <returns>How it ended.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled; the run goes on.</exception>
    public async Task<RunState> FollowAsync(RunSights sights, string run, CancellationToken cancellationToken)
    {
        if (!terminal.Error.Profile.Capabilities.Interactive)
        {
            return await FollowAsync(sights, run, _ => { }, cancellationToken);
        }

        var state = RunState.Running;
        await terminal.Error.Live(new Text("")).StartAsync(async view =>
            state = await FollowAsync(sights, run, sight => view.UpdateTarget(new Text(Line(sight).In(terminal.Language))), cancellationToken));
        return state;
    }

    private async Task<RunState> FollowAsync(RunSights sights, string run, Action<RunSight> show, CancellationToken cancellationToken)
    {
        var quiet = time.GetTimestamp();
        while (true)
        {
            if (await LookAsync(sights, run, cancellationToken) is not { } sight)
            {
                await Task.Delay(Beat, time, cancellationToken);
                continue;
            }

            if (sight.State is RunState.Ended or RunState.Stopped)
            {
                return sight.State;
            }

            quiet = sight.UnderWay > 0 ? time.GetTimestamp() : quiet;
            TellOfTrouble(sight, time.GetElapsedTime(quiet) > Patience);
            show(sight);
            await Task.Delay(Beat, time, cancellationToken);
        }
    }

    /// <returns>Null while the database is away.</returns>
    private async Task<RunSight?> LookAsync(RunSights sights, string run, CancellationToken cancellationToken)
    {
        try
        {
            return await sights.FindAsync(run, cancellationToken) ?? throw new BadInputException(new($"There is no run {run} any more.", $"任务 {run} 已不存在。"));
        }
        catch (LedgerFaultException fault) when (fault.IsPassing)
        {
            if (told.Add(fault.Problem.English))
            {
                terminal.Complain(fault.Problem);
            }

            return null;
        }
    }

    private void TellOfTrouble(RunSight sight, bool isIdle)
    {
        foreach (var refusal in sight.Refusals.Select(refusal => refusal.Told(new("this run", "此任务"))).Where(refusal => told.Add(refusal.English)))
        {
            terminal.Complain(refusal);
        }

        if (isIdle && told.Add(""))
        {
            terminal.Tell(sight.State is RunState.Paused
                ? new($"The run is paused: jinbang cluster resume {sight.Id}", $"任务已暂停：jinbang cluster resume {sight.Id}")
                : new("No silo works on it yet: start one with `jinbang cluster start`.", "还没有机器参与：请用 `jinbang cluster start` 启动。"));
        }
    }

    private static Phrase Line(RunSight sight)
    {
        var share = sight.Planned > 0 ? (100d * sight.Done / sight.Planned).ToString("F1", CultureInfo.InvariantCulture) : "0";
        var yuan = sight is { Spent: { } spent, Cap: { } cap }
            ? new Phrase($", ¥{Money(spent)} of ¥{Money(cap)}", $"，已花 {Money(spent)} 元，上限 {Money(cap)} 元")
            : new Phrase("", "");
        return new(
            $"{sight.Done} of {sight.Planned} done ({share}%), {sight.UnderWay} under way at {sight.Holders} silos{yuan.English}",
            $"已完成 {sight.Done}/{sight.Planned}（{share}%），{sight.Holders} 台机器正在处理 {sight.UnderWay} 题{yuan.Chinese}");
    }

    private static string Money(decimal yuan) => yuan.ToString("0.00##", CultureInfo.InvariantCulture);
}
