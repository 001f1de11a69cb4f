using Jinbang.Runs;
using Jinbang.Runs.Planning;
using Jinbang.Workspaces;

namespace Jinbang.Web.Runs;

/// <summary>What an order is going to take.</summary>
/// <param name="Order">The order.</param>
/// <param name="Plan">The plan.</param>
/// <param name="SpentYuan">Spent before on the same attempts: it counts against the budget.</param>
/// <param name="LeftYuan">What is left of the budget.</param>
public sealed record OrderPlan(RunOrder Order, RunPlan Plan, decimal SpentYuan, decimal LeftYuan)
{
    /// <summary>Identifies the order that this is the plan of; who starts the order shows it.</summary>
    public string Hash => Order.Hash();

    /// <summary>What the plan is likely to exceed; null when it fits.</summary>
    public Phrase? Excess { get; init; }

    /// <summary>Whether the order is refused for that.</summary>
    public bool IsRefused => Excess is not null && !Order.SpendUpToBudget;

    /// <summary>What the figures rest on.</summary>
    public IReadOnlyList<Phrase> Remarks { get; init; } = [];

    /// <summary>What prepared runs are going to take.</summary>
    public static OrderPlan Of(RunOrder order, RunPlan plan, Budget budget) => new(order, plan, budget.Spent, budget.Left ?? 0)
    {
        Excess = BudgetCheck.Excess(plan, budget)?.Fact,
        Remarks = [.. PlanRemarks.On(plan.ByModel)],
    };
}
