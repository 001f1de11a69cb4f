using System.Globalization;
using Jinbang.Boards;
using Jinbang.Runs.Sharing;

namespace Jinbang.Cluster.Runs;

/// <summary>The runs of a cluster as text for people.</summary>
internal static class RunText
{
    /// <summary>A line for each, and one for each silo that does not take part.</summary>
    public static string Table(IReadOnlyList<RunSight> runs, Language language)
    {
        if (runs.Count == 0)
        {
            return new Phrase("No runs: jinbang run --cluster …", "没有任务：jinbang run --cluster …").In(language) + "\n";
        }

        Phrase[] head = [new("RUN", "任务"), new("STATE", "状态"), new("DONE", "完成"), new("UNDER WAY", "进行中"), new("YUAN", "花费（元）"), new("BY", "提交者")];
        var lines = runs.Select(run => Cells(run, language)).Prepend([.. head.Select(word => word.In(language))]).ToList();
        var refusals = runs.SelectMany(run => run.Refusals, (run, refusal) => Plain.Text(refusal.Told(new(run.Id, $" {run.Id} ")).In(language)) + "\n");
        return TextTable.Of(lines) + string.Concat(refusals);
    }

    private static string[] Cells(RunSight run, Language language) =>
    [
        run.Id,
        Word(run.State).In(language),
        run.Planned > 0 ? string.Create(CultureInfo.InvariantCulture, $"{run.Done}/{run.Planned}") : "–",
        run.UnderWay.ToString(CultureInfo.InvariantCulture),
        run is { Spent: { } spent, Cap: { } cap } ? string.Create(CultureInfo.InvariantCulture, $"{spent:0.00##}/{cap:0.00##}") : "/",
        Plain.Text(run.By),
    ];

    private static Phrase Word(RunState state) => state switch
    {
        RunState.Running => new("running", "进行中"),
        RunState.Paused => new("paused", "已暂停"),
        RunState.Stopped => new("stopped", "已停止"),
        RunState.Ended => new("ended", "已结束"),
    };
}
