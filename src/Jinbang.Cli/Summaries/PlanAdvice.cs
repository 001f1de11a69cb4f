using System.Globalization;
using Jinbang.Workspaces;

namespace Jinbang.Cli.Summaries;

/// <summary>What must be known about a plan, with what to do about it at the command line.</summary>
internal static class PlanAdvice
{
    public static IEnumerable<Phrase> On(PlanSummary plan) =>
        [.. PlanRemarks.On(plan.Models), .. plan.Models.Any(line => line.Calls.High > 0) ? Unpriced(plan).Concat(Budget(plan.Budget)) : []];

    private static IEnumerable<Phrase> Unpriced(PlanSummary plan) => plan.Unpriced.Count == 0
        ? []
        : [new(
            $"Price unknown of {string.Join(", ", plan.Unpriced)}: the sum is without it. With a budget, a run needs its price in jinbang.yaml, or --allow-unknown-price.",
            $"{string.Join("、", plan.Unpriced)} 的价格未知，合计中未计入。设了预算时，需在 jinbang.yaml 中给出价格，或用 --allow-unknown-price。")];

    private static IEnumerable<Phrase> Budget(PlannedBudget budget)
    {
        if (budget.Excess is { } excess)
        {
            var (english, chinese) = budget.IsRefused ? (" As it stands, a run is refused.", "现在这样运行会被拒绝。") : (" It will, as is set.", "已设为花到预算为止。");
            yield return new(excess.English + english, excess.Chinese + chinese);
        }
        else if (budget is { CapYuan: { } cap, LeftYuan: { } left })
        {
            yield return new(
                $"Of the budget of ¥{Figure(cap)}, ¥{Figure(budget.SpentYuan)} is spent and ¥{Figure(left)} left: the plan is likely to fit.",
                $"预算 {Figure(cap)} 元，已花 {Figure(budget.SpentYuan)} 元，剩 {Figure(left)} 元：预计够用。");
        }
    }

    private static string Figure(decimal yuan) => yuan.ToString("0.00##", CultureInfo.InvariantCulture);
}
