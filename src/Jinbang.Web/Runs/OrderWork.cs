using Jinbang.Runs;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Runs;

/// <summary>Carries orders out, several at once: those that would ask the same one after the other.</summary>
/// <param name="open">The workspace.</param>
/// <param name="sessions">Makes ready what orders name.</param>
/// <param name="time">The clock.</param>
internal sealed class OrderWork(OpenWorkspace open, OrderSessions sessions, TimeProvider time)
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly Phrase OtherProgram = new(
        "Another program is writing this workspace's ledger (perhaps `jinbang run`): this begins when that has ended.",
        "另一个程序（可能是 `jinbang run`）正在写本工作区的账本：等它结束后开始。");

    private static readonly Phrase OtherRun = new(
        "Another run is asking some of the same: this begins when that has ended or is paused, so that nothing is paid twice.",
        "另一个任务正在问其中相同的内容：等它结束或暂停后开始，以免重复付费。");

    private readonly SittingTurns turns = new();
    private readonly SharedPace pace = new(time);

    /// <summary>Asks everything that is missing.</summary>
    /// <param name="order">The order.</param>
    /// <param name="began">Told of the yuan spent before, just before anything is asked.</param>
    /// <param name="drain">Cancelled to ask nothing more, and to end when the calls under way are finished.</param>
    /// <param name="cancellationToken">Cancelled to end at once.</param>
    /// <exception cref="BadInputException">It cannot be carried out.</exception>
    /// <exception cref="LedgerFaultException">The ledger could not be written for too long.</exception>
    /// <exception cref="OperationCanceledException">Somebody drained or cancelled.</exception>
    public async Task CarryOutAsync(ActiveOrder order, Action<decimal> began, CancellationToken drain, CancellationToken cancellationToken)
    {
        using var hold = await HoldAsync(order, drain);
        using var session = await sessions.OpenAsync(order.Kept.Order, order.Log, drain);
        await session.RefuseSharedAsync(open.Ledger, drain);
        using var turn = await turns.TakeAsync(session.Sittings(), () => order.WaitsFor = OtherRun, drain);
        var settings = session.Workspace.Run;
        using var part = pace.Join(settings);
        var runs = await session.PrepareAsync(open.Ledger, settings, new OwnMeans(part.Pace), time, drain);
        began(runs[0].Budget.Spent);
        order.Show(runs);
        foreach (var run in runs)
        {
            var asking = run.AskAsync(drain, cancellationToken);
            while (await Task.WhenAny(asking, Task.Delay(Beat, time)) != asking)
            {
                order.Note();
            }

            await asking;
        }
    }

    private async Task<IDisposable> HoldAsync(ActiveOrder order, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (open.TryHold() is { } hold)
            {
                order.WaitsFor = null;
                return hold;
            }

            order.WaitsFor = OtherProgram;
            await Task.Delay(Beat, time, cancellationToken);
        }
    }
}
