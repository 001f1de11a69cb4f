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
        var settings = session.Workspace.Run;
        var order = Placeable(session, runs);
        var seats = runs.SelectMany(run => run.Seats).ToList();
        return new RunOrder(id, OrderParcel.Pack(order with { Workspace = session.Workspace }), by, at, SharedRuns.Version)
        {
            Sittings = [.. seats.Select(seat => new PlacedSitting(seat.Sitting, seat.Repeats, seat.Edition))],
            Works = [.. seats.Select(seat => new WorkOrder(seat.Sitting.Key, SharedRuns.AccountOf(seat.Sitting.Model), seat.Plan.CountWithin(settings.Limit)))],
            Once = [.. runs.Select(run => run.Comparison).OfType<string>()],
            Cap = settings.Budget,
            ModelCaps = settings.ModelBudgets,
            Judges = settings.Judges.Select(judge => judge.Examinee.Model.Name).ToHashSet(),
        };
    }

    /// <summary>What was ordered, if many can carry it out.</summary>
    private static SessionOrder Placeable(ExamSession session, IReadOnlyList<Run> runs)
    {
        if (session.Order is not { } order || session.Workspace.Run.Batches is not null)
        {
            throw new BadInputException(new(
                "A cluster neither replays a ledger nor asks in batches: leave out --replay and --batch, or run it without --cluster. Nothing was asked.",
                "集群不支持重放账本和批处理：请去掉 --replay 和 --batch，或不带 --cluster 运行。未调用任何模型。"));
        }

        return runs.Sum(run => run.InBatches) is > 0 and var waiting
            ? throw new BadInputException(new(
                $"{waiting} questions are in batches at providers, and a cluster would ask them again. Without --cluster, take their results with jinbang run --batch or give them up with --forget-batches. Nothing was asked.",
                $"有 {waiting} 题在服务商的批次中，集群会再次提问。请先不带 --cluster 运行 jinbang run --batch 取回结果，或用 --forget-batches 放弃。未调用任何模型。"))
            : order;
    }
}
