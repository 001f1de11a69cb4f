using System.Collections.Concurrent;
using Jinbang.Runs;
using Jinbang.Web.Access;
using Jinbang.Web.Workspaces;
using Jinbang.Workspaces.Orders;

namespace Jinbang.Web.Runs;

/// <summary>Takes orders, keeps them on disk before anything is asked, and has them carried out; orders that were running when
/// the program ended, however it ended, go on when it is back.</summary>
/// <param name="open">The workspace.</param>
/// <param name="work">Carries orders out.</param>
/// <param name="audit">Is told of every deed.</param>
/// <param name="time">The clock.</param>
internal sealed class RunOffice(OpenWorkspace open, OrderWork work, AuditLog audit, TimeProvider time) : IHostedService, IDisposable
{
    private readonly OrderShelf shelf = new(open);
    private readonly ConcurrentDictionary<string, ActiveOrder> orders = new();
    private readonly CancellationTokenSource end = new();

    /// <summary>All orders, the newest first.</summary>
    public IReadOnlyList<ActiveOrder> Orders => [.. orders.Values.OrderByDescending(order => order.Kept.At).ThenByDescending(order => order.Kept.Id)];

    /// <summary>What is wrong with kept orders that cannot be read.</summary>
    public IReadOnlyList<Phrase> Problems { get; private set; } = [];

    /// <summary>An order by its id; null when there is none.</summary>
    public ActiveOrder? Find(string id) => orders.GetValueOrDefault(id);

    /// <summary>Takes an order and begins it; its plan was confirmed.</summary>
    /// <param name="order">The order.</param>
    /// <param name="by">Who orders.</param>
    /// <param name="likelyYuan">What it is likely to cost.</param>
    public ActiveOrder Begin(RunOrder order, string by, double likelyYuan)
    {
        var now = time.GetUtcNow();
        var id = RunNames.New(now);
        var active = new ActiveOrder(new(id, order, by, now, OrderState.Running), time);
        shelf.Write(active.Kept);
        audit.Record(by, "run.start", Facts(active, ("exams", order.Exams), ("models", order.Models), ("budget", order.Budget), ("likely", likelyYuan)));
        orders[id] = active;
        Launch(active);
        return active;
    }

    /// <summary>Lets an order ask nothing more; the calls under way are finished and kept.</summary>
    /// <returns>Whether it was running.</returns>
    public bool Pause(ActiveOrder order, string by) => Change(order, by, "run.pause", OrderState.Paused, [OrderState.Running]);

    /// <summary>Ends an order; the calls under way are finished and kept.</summary>
    /// <returns>Whether it was running or paused.</returns>
    public bool Stop(ActiveOrder order, string by) => Change(order, by, "run.stop", OrderState.Stopped, [OrderState.Running, OrderState.Paused]);

    /// <summary>Lets an order go on that is paused, or has failed or ended with something missing.</summary>
    /// <returns>Whether it was.</returns>
    public bool Resume(ActiveOrder order, string by) => Change(order, by, "run.resume", OrderState.Running, [OrderState.Paused, OrderState.Failed, OrderState.Finished]);

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var (kept, problems) = shelf.Read();
        Problems = problems;
        foreach (var order in kept.Select(order => new ActiveOrder(order, time)))
        {
            orders[order.Kept.Id] = order;
            if (order.Kept.State is OrderState.Running)
            {
                Launch(order);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var order in orders.Values)
        {
            await order.Drain.CancelAsync();
        }

        // Calls that take longer than the program has left are cut off: what they may cost is booked.
        await using var cut = cancellationToken.Register(end.Cancel);
        await Task.WhenAll(orders.Values.Select(order => order.Work));
    }

    /// <inheritdoc/>
    public void Dispose() => end.Dispose();

    private bool Change(ActiveOrder order, string by, string deed, OrderState state, OrderState[] from)
    {
        lock (order.Gate)
        {
            if (!from.Contains(order.Kept.State))
            {
                return false;
            }

            var isGoing = state is OrderState.Running;
            Keep(order, order.Kept with { State = state, Problem = null, Ended = isGoing ? null : time.GetUtcNow() });
            if (isGoing)
            {
                Launch(order);
            }
            else
            {
                order.Drain.Cancel();
            }
        }

        audit.Record(by, deed, Facts(order));
        return true;
    }

    private void Launch(ActiveOrder order)
    {
        var (before, drain) = (order.Work, new CancellationTokenSource());
        order.Drain = drain;
        order.Work = Task.Run(async () =>
        {
            await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await WorkAsync(order, drain.Token);
        });
    }

    private async Task WorkAsync(ActiveOrder order, CancellationToken drain)
    {
        try
        {
            await work.CarryOutAsync(order, spent => Began(order, spent), drain, end.Token);
            End(order, OrderState.Finished, null);
        }
        catch (OperationCanceledException) when (drain.IsCancellationRequested)
        {
            Rest(order, kept => kept);
        }
        catch (BadInputException fault)
        {
            End(order, OrderState.Failed, fault.Problem);
        }
        catch (LedgerFaultException fault)
        {
            End(order, OrderState.Failed, fault.Problem);
        }
        catch (Exception fault)
        {
            // An order must not end without a word, whatever the fault is.
            End(order, OrderState.Failed, new($"A fault of the program ended it: {fault.Message}", $"程序出错，任务中断：{fault.Message}"));
        }
    }

    private void Began(ActiveOrder order, decimal spent)
    {
        lock (order.Gate)
        {
            Keep(order, order.Kept with { SpentBefore = order.Kept.SpentBefore ?? spent });
        }
    }

    private void End(ActiveOrder order, OrderState state, Phrase? problem)
    {
        Rest(order, kept => kept with { State = state, Problem = problem, Ended = time.GetUtcNow() });
        audit.Record(order.Kept.By, "run.end", Facts(order, ("state", state.ToString()), ("spent", order.Kept.Last?.Budget.Spent), ("before", order.Kept.SpentBefore)));
    }

    private void Rest(ActiveOrder order, Func<KeptOrder, KeptOrder> change)
    {
        lock (order.Gate)
        {
            Keep(order, change(order.Kept) with { Last = order.View });
            order.Rest();
        }
    }

    private void Keep(ActiveOrder order, KeptOrder kept)
    {
        shelf.Write(kept);
        order.Kept = kept;
    }

    private static Dictionary<string, object?> Facts(ActiveOrder order, params IEnumerable<(string Name, object? Value)> more) =>
        new(more.Select(fact => KeyValuePair.Create(fact.Name, fact.Value))) { ["run"] = order.Kept.Id };
}
