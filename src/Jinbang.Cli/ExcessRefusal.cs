using Jinbang.Runs;
using Jinbang.Runs.Batches;
using Jinbang.Runs.Planning;

namespace Jinbang.Cli;

/// <summary>Refuses runs that would stop half-way for want of money, unless that is wanted.</summary>
internal static class ExcessRefusal
{
    /// <summary>Looks at the plan of runs that nobody has begun.</summary>
    /// <exception cref="BadInputException">It is likely to exceed the budget.</exception>
    public static async Task CheckAsync(RunSettings settings, IReadOnlyList<Run> runs, Ledger ledger, CancellationToken cancellationToken)
    {
        var budget = runs[0].Budget;
        if (settings.SpendUpToBudget || (budget.Cap is null && budget.ModelCaps.Count == 0))
        {
            return;
        }

        var found = settings.Batches is null
            ? BudgetCheck.Excess(await new Planner(ledger).PlanAsync(runs, cancellationToken), budget)?.AtCommandLine
            : await BatchCheck.ExcessAsync(runs, ledger, cancellationToken);
        if (found is { } excess)
        {
            throw new BadInputException(new(
                $"{excess.English} Nothing was asked; `jinbang plan` shows what would cost how much.",
                $"{excess.Chinese}未调用任何模型；`jinbang plan` 可查看各项花费。"));
        }
    }
}
