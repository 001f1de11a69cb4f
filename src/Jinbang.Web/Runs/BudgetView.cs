using Jinbang.Runs;

namespace Jinbang.Web.Runs;

/// <summary>How the money of an order stands, in yuan.</summary>
/// <param name="Cap">The budget.</param>
/// <param name="Spent">Spent so far, on the same attempts before included.</param>
/// <param name="Before">Of that, spent before the order; null when unknown.</param>
/// <param name="Reserved">Set aside for calls under way.</param>
/// <param name="UnderWay">Calls under way.</param>
public sealed record BudgetView(decimal Cap, decimal Spent, decimal? Before, decimal Reserved, int UnderWay)
{
    /// <summary>How a budget stands.</summary>
    public static BudgetView Of(Budget budget, decimal cap, decimal? before)
    {
        var spent = budget.Spent;
        return new(cap, spent, before, Math.Max(0, cap - spent - (budget.Left ?? 0)), budget.UnderWay);
    }
}
