using Jinbang.Runs;
using Jinbang.Runs.Sharing;

namespace Jinbang.Workspaces.Orders;

/// <summary>Says of an examination what many machines need to work on it.</summary>
public static class PlacedRun
{
    /// <summary>The order of runs that were prepared, and that nobody has begun.</summary>
    /// <param name="id">What it is to go by.</param>
    /// <param name="session">What was prepared.</param>
    /// <param name="runs">A run for each exam.</param>
    /// <param name="by">Who orders.</param>
    /// <param name="at">When.</param>
    /// <exception cref="BadInputException">It cannot be carried out by many.</exception>
    public static RunOrder Of(string id, ExamSession session, IReadOnlyList<Run> runs, string by, DateTimeOffset at)
    {
        var (settings, order) = (session.Workspace.Run, session.Order);
        if (order is null || settings.Batches is not null)
        {
            throw new BadInputException(new(
                "A cluster neither replays a ledger nor asks in batches: leave out --replay and --batch, or run it without --cluster. Nothing was asked.",
                "集群不支持重放账本和批处理：请去掉 --replay 和 --batch，或不带 --cluster 运行。未调用任何模型。"));
        }

        return new RunOrder(id, OrderParcel.Pack(order with { Workspace = session.Workspace }), by, at, SharedRuns.Version)
        {
            Works = [.. runs.SelectMany(run => run.Seats).Select(seat => new WorkOrder(seat.Sitting.Key, SharedRuns.AccountOf(seat.Sitting.Model), seat.Plan.CountWithin(settings.Limit)))],
            Once = [.. runs.Select(run => run.Comparison).OfType<string>()],
            Cap = settings.Budget,
            ModelCaps = settings.ModelBudgets,
            Judges = settings.Judges.Select(judge => judge.Examinee.Model.Name).ToHashSet(),
        };
    }
}
