using System.Globalization;
using Jinbang.Runs;
using Jinbang.Runs.Pacing;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Cli;

/// <summary>Shows a run while it goes on: one line a model, redrawn a few times a second. When not a terminal it tells only of
/// what keeps the run from asking.</summary>
/// <param name="terminal">Where to show it.</param>
/// <param name="time">The clock of rates and times left.</param>
internal sealed class LiveProgress(Terminal terminal, TimeProvider time)
{
    private const int MostLetters = 60;
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits for the work while showing how far it has come.</summary>
    public async Task ShowAsync(Run run, Func<Task> work)
    {
        if (!terminal.Error.Profile.Capabilities.Interactive)
        {
            await TellAsync(run, work());
            return;
        }

        var started = time.GetTimestamp();
        await terminal.Error.Live(View(run, TimeSpan.Zero)).StartAsync(async view =>
        {
            var working = work();
            while (await Task.WhenAny(working, Task.Delay(Beat, time)) != working)
            {
                view.UpdateTarget(View(run, time.GetElapsedTime(started)));
            }

            view.UpdateTarget(View(run, time.GetElapsedTime(started)));
            await working;
        });
    }

    private async Task TellAsync(Run run, Task working)
    {
        var before = (IsPaused: false, IsDraining: false);
        while (await Task.WhenAny(working, Task.Delay(Beat, time)) != working)
        {
            var now = (IsPaused: run.Trouble is not null, terminal.Interruptions.IsDraining);
            if (now != before)
            {
                terminal.Tell(Remark(run) ?? Resumed);
            }

            before = now;
        }

        await working;
    }

    /// <summary>What keeps the run from asking; null while it goes on.</summary>
    private Phrase? Remark(Run run) => run.Trouble is { } trouble
        ? new(
            $"Paused, nothing is asked: {trouble.English} Trying again each second for about a minute; Ctrl-C ends the run at once.",
            $"已暂停提问：{trouble.Chinese}每秒重试，约一分钟为限；按 Ctrl-C 立即结束。")
        : terminal.Interruptions.IsDraining
            ? new(
                $"Finishing the calls under way, {run.Budget.UnderWay} in all; press Ctrl-C again to stop now.",
                $"正在完成 {run.Budget.UnderWay} 次调用；再按一次 Ctrl-C 立即停止。")
            : null;

    private static Phrase Resumed => new("The ledger can be written again; going on.", "账本恢复可写，继续运行。");

    private IRenderable View(Run run, TimeSpan elapsed) => Remark(run) is { } remark
        ? new Rows(Table(run, elapsed), new Text(remark.In(terminal.Language), Color.Yellow))
        : Table(run, elapsed);

    /// <summary>The table as it looks after some time.</summary>
    internal IRenderable Table(Run run, TimeSpan elapsed)
    {
        var table = new Table().Border(TableBorder.Rounded).BorderColor(Color.Grey);
        table.AddColumn(terminal.Say("Model", "模型"));
        foreach (var heading in Headings())
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (var progress in run.Progress)
        {
            table.AddRow(Row(progress, run.Pace.Look(progress.Model), elapsed));
        }

        return table;
    }

    private IEnumerable<string> Headings() =>
    [
        terminal.Say("Done", "进度"), terminal.Say("Accuracy", "准确率"), terminal.Say("Yuan", "花费（元）"),
        terminal.Say("Per second", "题/秒"), terminal.Say("Left", "剩余"), terminal.Say("Failed", "失败"), terminal.Say("Retries", "重试"),
        terminal.Say("Pace", "节奏"),
    ];

    private IRenderable[] Row(ModelProgress progress, PaceView? pace, TimeSpan elapsed)
    {
        var (asked, failed, retries, accuracy, cost) = progress.Read(sums =>
            (sums.Asked, sums.Failed, sums.Retries, sums.Accuracy, sums.IsCostKnown ? sums.KnownCost : (decimal?)null));
        var perSecond = elapsed > TimeSpan.Zero ? progress.AskedNow / elapsed.TotalSeconds : 0;
        string[] cells =
        [
            progress.ReusedNow > 0 ? $"{asked}/{progress.Planned} ({terminal.Say("reused", "沿用")} {progress.ReusedNow})" : $"{asked}/{progress.Planned}",
            accuracy is { } share ? (share * 100).ToString("F1", CultureInfo.InvariantCulture) + "%" : "–",
            cost?.ToString("0.00##", CultureInfo.InvariantCulture) ?? "/",
            perSecond.ToString("F1", CultureInfo.InvariantCulture),
            Left(progress.Planned - asked, perSecond, progress.Stopped is not null),
            failed.ToString(CultureInfo.InvariantCulture),
            retries.ToString(CultureInfo.InvariantCulture),
            progress.Stopped is null && asked < progress.Planned && pace is not null ? Pace(pace) : "",
        ];
        var color = progress.Stopped is not null ? Color.Red : asked >= progress.Planned ? Color.Green : Color.Default;
        return [new Text(progress.Model.Name, color), .. cells.Select(cell => new Text(cell))];
    }

    /// <summary>Calls under way of those that may be, and the speed that limits them; or what calls wait for.</summary>
    private string Pace(PaceView pace) => pace switch
    {
        { Fault: { } fault } => terminal.Say(
            $"paused: {Beginning(fault)}; next try in {pace.Pause?.TotalSeconds ?? 0:F0} s", $"已暂停：{Beginning(fault)}；{pace.Pause?.TotalSeconds ?? 0:F0} 秒后再试"),
        { Pause.TotalSeconds: >= 1 and var wait } => terminal.Say($"refused; next call in {wait:F0} s", $"被限速；{wait:F0} 秒后继续"),
        { PerMinute: { } speed } => terminal.Say($"{pace.UnderWay}/{pace.AtOnce}, {speed:F0} a minute", $"{pace.UnderWay}/{pace.AtOnce}，每分钟 {speed:F0}"),
        _ => $"{pace.UnderWay}/{pace.AtOnce}",
    };

    private static string Beginning(string text) => text.Length <= MostLetters ? text : text[..MostLetters] + "…";

    private static string Left(int missing, double perSecond, bool stopped) =>
        stopped ? "×"
        : missing <= 0 ? "✓"
        : perSecond <= 0 ? "…"
        : TimeSpan.FromSeconds(Math.Min(missing / perSecond, 359_999)).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
}
