using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Jinbang.Runs;

/// <summary>The yuan that a run may not exceed: the worst case of each call is set aside before asking and settled after.</summary>
public sealed class Budget
{
    private const string All = "";

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, Budget> parts = new();
    private readonly Func<string, decimal?, Fund> funds;
    private readonly Fund fund;
    private readonly Budget? whole;
    private decimal? drawn;
    private decimal spent;
    private decimal earlier;
    private decimal reserved;
    private int underWay;
    private TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A budget that nobody else spends from.</summary>
    /// <param name="cap">Most yuan; null for no limit.</param>
    public Budget(decimal? cap)
        : this(cap, (_, most) => new WholeFund(most))
    {
    }

    /// <summary>A budget that others may spend from.</summary>
    /// <param name="cap">Most yuan, what others spend included; null for no limit.</param>
    /// <param name="funds">Where yuan come from: by the name of a model that has a cap of its own, or an empty one, and the cap.</param>
    public Budget(decimal? cap, Func<string, decimal?, Fund> funds)
        : this(cap, funds, All, null)
    {
    }

    /// <param name="cap">Most yuan.</param>
    /// <param name="funds">Where they come from.</param>
    /// <param name="model">Who may spend them.</param>
    /// <param name="whole">The budget that this one is a part of: what is spent here is spent there too, and must fit into both.</param>
    private Budget(decimal? cap, Func<string, decimal?, Fund> funds, string model, Budget? whole)
    {
        (Cap, this.funds, this.whole) = (cap, funds, whole);
        fund = funds(model, cap);
        drawn = fund.AtOnce;
    }

    /// <summary>Most yuan; null for no limit.</summary>
    public decimal? Cap { get; }

    /// <summary>Most yuan for single models, by their names.</summary>
    public IReadOnlyDictionary<string, decimal> ModelCaps { get; init; } = FrozenDictionary<string, decimal>.Empty;

    /// <summary>What one model may spend: a part of this budget where it has a cap of its own, else this budget.</summary>
    public Budget Of(string model) =>
        ModelCaps.TryGetValue(model, out var most) ? parts.GetOrAdd(model, name => new Budget(most, funds, name, this)) : this;

    /// <summary>Yuan spent so far, earlier runs included.</summary>
    public decimal Spent
    {
        get
        {
            lock (gate)
            {
                return spent;
            }
        }
    }

    /// <summary>Calls that something is set aside for.</summary>
    public int UnderWay
    {
        get
        {
            lock (gate)
            {
                return underWay;
            }
        }
    }

    /// <summary>Yuan that are neither spent nor set aside, here or in the whole; null for no limit.</summary>
    public decimal? Left
    {
        get
        {
            var rest = whole?.Left;
            lock (gate)
            {
                var own = Cap - spent - reserved;
                return own < rest ? own : rest ?? own;
            }
        }
    }

    /// <summary>Counts what was spent in this run and not set aside here.</summary>
    public void Spend(decimal yuan)
    {
        whole?.Spend(yuan);
        lock (gate)
        {
            spent += yuan;
        }
    }

    /// <summary>Counts what was spent before the run; all of it is counted before the first call.</summary>
    public void Count(decimal before)
    {
        whole?.Count(before);
        lock (gate)
        {
            spent += before;
            earlier += before;
        }
    }

    /// <summary>Yuan that are spent or set aside, but for those spent before.</summary>
    public decimal Taken
    {
        get
        {
            lock (gate)
            {
                return spent + reserved - earlier;
            }
        }
    }

    /// <summary>Whether a call has room within what was drawn.</summary>
    public bool HasRoom(decimal worst)
    {
        lock (gate)
        {
            return drawn is null || spent + reserved + worst <= drawn;
        }
    }

    /// <summary>Tells what there is to spend. The fund tells it in the order in which it draws and gives back.</summary>
    /// <param name="all">All yuan drawn so far, but for those spent before.</param>
    public void Fill(decimal all)
    {
        lock (gate)
        {
            drawn = earlier + all;
        }
    }

    /// <summary>Gives up what is neither spent nor set aside: from here on nothing more is, until the fund has drawn again.</summary>
    /// <returns>What is kept, but for what was spent before.</returns>
    public decimal GiveUp()
    {
        lock (gate)
        {
            drawn = spent + reserved;
            return spent + reserved - earlier;
        }
    }

    /// <summary>Sets a call's worst case aside, waiting for open reservations to be settled when it does not fit beside them.</summary>
    /// <returns>False when it does not fit even with nothing else under way; then the call must not be made.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled while waiting.</exception>
    public async Task<bool> ReserveAsync(decimal worst, CancellationToken cancellationToken)
    {
        if (!await ReserveHereAsync(worst, cancellationToken))
        {
            return false;
        }

        // Always the part before the whole, so that no two wait for each other.
        return whole is null || await InWholeAsync(worst, whole.ReserveAsync(worst, cancellationToken));
    }

    /// <summary>Gives a reservation back and counts what the call cost.</summary>
    public void Settle(decimal worst, decimal cost)
    {
        whole?.Settle(worst, cost);
        SettleHere(worst, cost);
    }

    /// <summary>Sets something aside if it fits beside all that is set aside already.</summary>
    /// <returns>Whether it fits.</returns>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<bool> TryReserveAsync(decimal worst, CancellationToken cancellationToken)
    {
        while (!TryReserveHere(worst))
        {
            if (!await fund.DrawAsync(this, worst, cancellationToken))
            {
                return false;
            }
        }

        return whole is null || await InWholeAsync(worst, whole.TryReserveAsync(worst, cancellationToken));
    }

    /// <summary>Sets aside what an earlier run has promised, whether it fits or not.</summary>
    public void Promise(decimal worst)
    {
        whole?.Promise(worst);
        lock (gate)
        {
            reserved += worst;
            underWay++;
        }
    }

    /// <summary>Keeps what is set aside here only if it can be set aside in the whole.</summary>
    private async Task<bool> InWholeAsync(decimal worst, Task<bool> inWhole)
    {
        var fits = false;
        try
        {
            fits = await inWhole;
        }
        finally
        {
            if (!fits)
            {
                SettleHere(worst, 0);
            }
        }

        return fits;
    }

    private bool TryReserveHere(decimal worst)
    {
        lock (gate)
        {
            var fits = drawn is null || spent + reserved + worst <= drawn;
            reserved += fits ? worst : 0;
            underWay += fits ? 1 : 0;
            return fits;
        }
    }

    private async Task<bool> ReserveHereAsync(decimal worst, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task? next;
            lock (gate)
            {
                if (TryReserveHere(worst))
                {
                    return true;
                }

                next = reserved == 0 ? null : settled.Task;
            }

            if (await fund.DrawAsync(this, worst, cancellationToken))
            {
                continue;
            }

            if (next is null)
            {
                return false;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    private void SettleHere(decimal worst, decimal cost)
    {
        TaskCompletionSource waiting;
        lock (gate)
        {
            reserved -= worst;
            underWay--;
            spent += cost;
            waiting = settled;
            settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.SetResult();
    }
}
