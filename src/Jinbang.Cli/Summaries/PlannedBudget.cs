using Jinbang.Runs;
using Jinbang.Runs.Planning;

namespace Jinbang.Cli.Summaries;

/// <summary>What may be spent, as against a plan.</summary>
/// <param name="CapYuan">Most yuan; null without a budget.</param>
/// <param name="SpentYuan">Spent before on the same attempts.</param>
/// <param name="LeftYuan">What is left; null without a budget.</param>
/// <param name="ModelCapsYuan">Caps of single models.</param>
/// <param name="Excess">What the plan is likely to exceed; null when it fits.</param>
/// <param name="IsRefused">Whether a run is refused for that.</param>
internal sealed record PlannedBudget(
    decimal? CapYuan, decimal SpentYuan, decimal? LeftYuan, IReadOnlyDictionary<string, decimal> ModelCapsYuan, Phrase? Excess, bool IsRefused)
{
    public static PlannedBudget Of(RunPlan plan, Budget budget, RunSettings settings)
    {
        var excess = BudgetCheck.Excess(plan, budget)?.AtCommandLine;
        return new(budget.Cap, budget.Spent, budget.Left, budget.ModelCaps, excess, excess is not null && !settings.SpendUpToBudget);
    }
}
