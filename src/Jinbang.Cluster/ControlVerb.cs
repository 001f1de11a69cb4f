using System.CommandLine;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Sharing;

namespace Jinbang.Cluster;

/// <summary>Pauses, resumes or stops a run.</summary>
internal static class ControlVerb
{
    public static Command Pause(Speaker speaker) => Build(
        speaker, "pause", new("Let a run ask nothing more until it is resumed.", "暂停任务，直到恢复。"),
        (runs, run, token) => runs.PauseAsync(run, token), RunState.Running, new("paused; silos finish the calls under way", "已暂停，各台机器会完成进行中的调用"));

    public static Command Resume(Speaker speaker) => Build(
        speaker, "resume", new("Let a paused run go on.", "恢复暂停的任务。"),
        (runs, run, token) => runs.ResumeAsync(run, token), RunState.Paused, new("goes on", "继续进行"));

    public static Command Stop(Speaker speaker) => Build(
        speaker, "stop", new("End a run; what was answered is kept.", "停止任务，已答的内容保留。"),
        (runs, run, token) => runs.StopRunAsync(run, token), RunState.Running, new("stopped; silos finish the calls under way", "已停止，各台机器会完成进行中的调用"));

    private static Command Build(
        Speaker speaker, string name, Phrase summary, Func<SharedRuns, string, CancellationToken, Task<bool>> turn, RunState from, Phrase done)
    {
        var run = new Argument<string>("run") { Description = speaker.Say("The run, as `jinbang cluster status` shows it.", "任务编号，见 `jinbang cluster status`。") };
        return DeedVerb.Build(speaker, name, summary, run, async (_, database, id, cancellationToken) =>
        {
            await using var ledger = PostgresLedger.Open(database.Ledger);
            return await turn(ledger.Runs, id, cancellationToken)
                ? new($"Run {id} {done.English}.", $"任务 {id} {done.Chinese}。")
                : throw await RefusalAsync(ledger.Runs, id, from, cancellationToken);
        });
    }

    private static async Task<BadInputException> RefusalAsync(SharedRuns runs, string run, RunState from, CancellationToken cancellationToken) =>
        await runs.StateAsync(run, cancellationToken) is { } state
            ? new(new($"Run {run} is {state.ToString().ToLowerInvariant()}, not {from.ToString().ToLowerInvariant()}.", $"任务 {run} 的状态是 {state}，而不是 {from}。"))
            : new(new($"There is no run {run}: jinbang cluster status", $"没有任务 {run}：jinbang cluster status"));
}
