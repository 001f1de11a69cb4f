using System.Globalization;
using Jinbang.Grading.Judges;

namespace Jinbang.Boards;

/// <summary>What judges have done, in sentences.</summary>
internal static class JudgeRemarks
{
    /// <summary>A sentence for each judge's work, each comparison with the rules, and each two judges.</summary>
    public static IEnumerable<Phrase> On(JudgingReport? report) => report is null
        ? []
        : [.. report.Judges.Select(Work), .. report.Judges.Where(judge => judge.Compared > 0).Select(Agreement), .. report.Pairs.Select(Pair), .. Fleiss(report)];

    private static Phrase Work(JudgeReport judge)
    {
        var cost = judge.Cost?.ToString("0.00##", CultureInfo.InvariantCulture);
        return new(
            $"Judge {judge.Judge} was asked about {judge.Read} replies that rules cannot read and {judge.Scored} open answers, and not believed {judge.Invalid} times; "
            + $"it cost {(cost is null ? "an unknown sum" : $"¥{cost}")}, which is in no model's cost",
            $"评判者 {judge.Judge} 评判了规则读不出的作答 {judge.Read} 份、开放题作答 {judge.Scored} 份，其中未采信 {judge.Invalid} 份；"
            + $"花费{(cost is null ? "未知" : $" {cost} 元")}，不计入各模型的花费");
    }

    private static Phrase Agreement(JudgeReport judge)
    {
        var interval = $"{Figures.Percent(judge.AgreementLow!.Value)} – {Figures.Percent(judge.AgreementHigh!.Value)}";
        var share = Figures.Percent(judge.Agreement!.Value);
        return new(
            $"Judge {judge.Judge} and the rules read {judge.Agreed} of {judge.Compared} replies alike: {share} (95 % interval {interval}), Cohen's κ {Figure(judge.Kappa)}",
            $"评判者 {judge.Judge} 与规则对 {judge.Compared} 份作答中的 {judge.Agreed} 份读法一致：{share}（95% 区间 {interval}），Cohen κ {Figure(judge.Kappa)}");
    }

    private static Phrase Pair(JudgePair pair) => new(
        $"Judges {pair.First} and {pair.Second} on {pair.Criteria} criteria: Cohen's κ {Figure(pair.Kappa)}, quadratically weighted {Figure(pair.WeightedKappa)}",
        $"评判者 {pair.First} 与 {pair.Second} 在 {pair.Criteria} 个评分要点上：Cohen κ {Figure(pair.Kappa)}，二次加权 κ {Figure(pair.WeightedKappa)}");

    private static IEnumerable<Phrase> Fleiss(JudgingReport report) => report.FleissKappa is null
        ? []
        : [new($"All judges together: Fleiss' κ {Figure(report.FleissKappa)}", $"全部评判者：Fleiss κ {Figure(report.FleissKappa)}")];

    private static string Figure(double? kappa) => kappa?.ToString("F2", CultureInfo.InvariantCulture) ?? Figures.None;
}
