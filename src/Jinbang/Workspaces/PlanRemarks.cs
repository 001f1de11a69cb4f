using Jinbang.Runs.Planning;

namespace Jinbang.Workspaces;

/// <summary>What a plan's figures rest on, and what they do not tell.</summary>
public static class PlanRemarks
{
    private static readonly Phrase Ranges = new(
        "Below each figure stands its range: where past replies tell, about nineteen in twenty such runs end within it; else it is what models in general do. Calls repeated after faults are not counted in.",
        "每个数字下面是范围：有以往作答可依时，约二十次中有十九次落在其中；没有时，按一般模型的情况给出。出错重试的调用不计在内。");

    /// <summary>Remarks on a plan, as against what may be spent, which is for others to compare.</summary>
    /// <param name="models">The plan's lines by model.</param>
    public static IEnumerable<Phrase> On(IReadOnlyList<PlanLine> models)
    {
        var asked = models.Where(line => line.Calls.High > 0).ToList();
        if (asked.Count == 0)
        {
            return [new("Everything is answered: a run would ask nothing.", "全部已答：再运行不会提问。")];
        }

        return [Ranges, .. Answered(models), .. Prior(asked), .. Elsewhere(asked), .. Timeless(asked)];
    }

    private static IEnumerable<Phrase> Answered(IEnumerable<PlanLine> models) => models.Sum(line => line.Answered) is > 0 and var answered
        ? [new($"{answered} attempts are in the ledger and are not made again.", $"账本中已有 {answered} 次作答，不会重问。")]
        : [];

    private static IEnumerable<Phrase> Prior(IEnumerable<PlanLine> lines) => Say(
        lines.Where(line => line is { ReplyBasis: Basis.Prior, CompletionTokens: not null }),
        names => new($"No past run of {names.English}: the range is wide.", $"没有 {names.Chinese} 的以往作答：范围很宽。"),
        line => line.Thinking switch
        {
            Thinking.Yes => new($"{line.Model} (thinks, by its name or settings)", $"{line.Model}（由名字或设置看，会思考）"),
            Thinking.No => new($"{line.Model} (does not think)", $"{line.Model}（不思考）"),
            Thinking.Unknown => new(line.Model, line.Model),
        });

    private static IEnumerable<Phrase> Elsewhere(IEnumerable<PlanLine> lines) => Say(
        lines.Where(line => line.ReplyBasis is Basis.OtherExams),
        names => new($"{names.English}: reply lengths are those of other exams or settings.", $"{names.Chinese}：回复长度取自其他题库或设置下的作答。"),
        line => new(line.Model, line.Model));

    private static IEnumerable<Phrase> Timeless(IEnumerable<PlanLine> lines) => Say(
        lines.Where(line => line.Minutes is null),
        names => new($"{names.English}: runs on this machine and never did yet, so its time is unknown and in no sum.", $"{names.Chinese}：在本机运行且还没有跑过，所需时间未知，未计入合计。"),
        line => new(line.Model, line.Model));

    private static IEnumerable<Phrase> Say(IEnumerable<PlanLine> lines, Func<Phrase, Phrase> say, Func<PlanLine, Phrase> name)
    {
        var names = lines.Select(name).ToList();
        return names.Count == 0
            ? []
            : [say(new(string.Join(", ", names.Select(it => it.English)), string.Join("、", names.Select(it => it.Chinese))))];
    }
}
