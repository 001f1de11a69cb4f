using System.Collections.Concurrent;
using Jinbang.Runs;
using Jinbang.Runs.Pacing;
using Jinbang.Runs.Planning;
using Jinbang.Web.Workspaces;
using Microsoft.Extensions.Logging.Abstractions;

namespace Jinbang.Web.Runs;

/// <summary>Foretells what orders are going to take, and knows which of them somebody was told so of.</summary>
/// <param name="open">The workspace.</param>
/// <param name="sessions">Makes ready what orders name.</param>
/// <param name="time">The clock.</param>
internal sealed class PlanDesk(OpenWorkspace open, OrderSessions sessions, TimeProvider time)
{
    private const int MostShown = 1000;

    private readonly ConcurrentDictionary<string, ShownPlan> shown = new();

    /// <summary>Plans an order, asking nobody.</summary>
    /// <exception cref="BadInputException">The order cannot be carried out as it is.</exception>
    public async Task<OrderPlan> PlanAsync(RunOrder order, CancellationToken cancellationToken) =>
        (await PlanAsync(order, await GroundsAsync(order, cancellationToken), cancellationToken)).Plan;

    /// <summary>Refuses an order whose plan was not shown, or is likely to exceed the budget. The plan that was shown is judged while it holds;
    /// what is spent is held to the budget by the run itself, at every call.</summary>
    /// <param name="order">The order.</param>
    /// <param name="hash">The hash of the plan that was shown.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The yuan that it is likely to cost.</returns>
    /// <exception cref="BadInputException">It is refused; nothing was asked.</exception>
    public async Task<double> ConfirmAsync(RunOrder order, string hash, CancellationToken cancellationToken)
    {
        if (hash != order.Hash() || !shown.TryGetValue(hash, out var last))
        {
            throw new BadInputException(new(
                "The plan of this very order was not shown yet: look at what it costs first. Nothing was asked.",
                "还没有看过这份任务的预估：请先查看花费再开始。未调用任何模型。"));
        }

        var grounds = await GroundsAsync(order, cancellationToken);
        var plan = last.Holds(grounds, time.GetUtcNow()) ? last : (await PlanAsync(order, grounds, cancellationToken)).Kept;
        return plan.Refusal is not { } excess ? plan.LikelyYuan : throw new BadInputException(new(
            $"{excess.English} Raise the budget, ask less, or allow spending up to the budget. Nothing was asked.",
            $"{excess.Chinese}请提高预算、少问一些，或允许花到预算为止。未调用任何模型。"));
    }

    /// <param name="order">The order.</param>
    /// <param name="grounds">From before anything else: what changes while it is planned may not be in the plan.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    private async Task<(OrderPlan Plan, ShownPlan Kept)> PlanAsync(RunOrder order, PlanGrounds grounds, CancellationToken cancellationToken)
    {
        using var session = await sessions.OpenAsync(order, NullLogger.Instance, cancellationToken);
        var settings = session.Workspace.Run;
        var runs = await session.PrepareAsync(open.Ledger, settings, new OwnMeans(new OwnPace(settings, time)), time, cancellationToken);
        var plan = OrderPlan.Of(order, await new Planner(open.Ledger).PlanAsync(runs, cancellationToken), runs[0].Budget);
        return (plan, Remember(plan.Hash, ShownPlan.Of(plan, grounds, time.GetUtcNow())));
    }

    private Task<PlanGrounds> GroundsAsync(RunOrder order, CancellationToken cancellationToken) =>
        PlanGrounds.OfAsync(open, order, time.Today(), cancellationToken);

    private ShownPlan Remember(string hash, ShownPlan plan)
    {
        shown[hash] = plan;
        if (shown.Count > MostShown)
        {
            shown.TryRemove(shown.MinBy(one => one.Value.At).Key, out _);
        }

        return plan;
    }
}
