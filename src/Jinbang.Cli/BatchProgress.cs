using Jinbang.Runs;
using Jinbang.Runs.Batches;

namespace Jinbang.Cli;

/// <summary>Tells how batches stand, a line whenever that changes; they take hours, so nothing is redrawn.</summary>
/// <param name="terminal">Where to tell it.</param>
/// <param name="time">The clock.</param>
internal sealed class BatchProgress(Terminal terminal, TimeProvider time)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private readonly Dictionary<ModelProgress, BatchView> told = [];

    /// <summary>Waits for the work while telling how far it has come.</summary>
    public async Task ShowAsync(IReadOnlyList<Run> runs, Task working)
    {
        while (await Task.WhenAny(working, Task.Delay(Beat, time)) != working)
        {
            Tell(runs);
        }

        Tell(runs);
        await working;
    }

    private void Tell(IReadOnlyList<Run> runs)
    {
        foreach (var (run, progress) in runs.SelectMany(run => run.Progress.Select(progress => (run, progress))))
        {
            if (progress.Batches is { } view && told.GetValueOrDefault(progress) != view)
            {
                told[progress] = view;
                Tell($"{run.Exam.Title}: {progress.Model.Name}", view);
            }
        }
    }

    private void Tell(string who, BatchView view)
    {
        var fault = view.Fault;
        terminal.Tell(view.Open == 0
            ? new($"{who}: all batches are read.", $"{who}：批次已全部取回。")
            : new(
                $"{who}: batches open {view.Open}, requests done {view.Done} of {view.Requests}. {fault?.English}".TrimEnd(),
                $"{who}：未完成批次 {view.Open}，请求完成 {view.Done}/{view.Requests}。{fault?.Chinese}"));
    }
}
