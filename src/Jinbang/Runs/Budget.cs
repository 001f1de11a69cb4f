using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Jinbang.Runs;

/// <summary>The yuan that a run may not exceed: the worst case of each call is set aside before asking and settled after.</summary>
/// <param name="cap">Most yuan; null for no limit.</param>
/// <param name="whole">The budget that this one is a part of: what is spent here is spent there too, and must fit into both.</param>
public sealed class Budget(decimal? cap, Budget? whole = null)
{
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, Budget> parts = new();
    private decimal spent;
    private decimal reserved;
    private int underWay;
    private TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Most yuan; null for no limit.</summary>
    public decimal? Cap { get; } = cap;

    /// <summary>Most yuan for single models, by their names.</summary>
    public IReadOnlyDictionary<string, decimal> ModelCaps { get; init; } = FrozenDictionary<string, decimal>.Empty;

    /// <summary>What one model may spend: a part of this budget where it has a cap of its own, else this budget.</summary>
    public Budget Of(string model) =>
        ModelCaps.TryGetValue(model, out var most) ? parts.GetOrAdd(model, _ => new Budget(most, this)) : this;

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

    /// <summary>Counts what was spent before.</summary>
    public void Count(decimal earlier)
    {
        whole?.Count(earlier);
        lock (gate)
        {
            spent += earlier;
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

        if (whole is null)
        {
            return true;
        }

        // Always the part before the whole, so that no two wait for each other.
        var fits = false;
        try
        {
            fits = await whole.ReserveAsync(worst, cancellationToken);
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

    /// <summary>Gives a reservation back and counts what the call cost.</summary>
    public void Settle(decimal worst, decimal cost)
    {
        whole?.Settle(worst, cost);
        SettleHere(worst, cost);
    }

    /// <summary>Sets something aside if it fits beside all that is set aside already.</summary>
    /// <returns>Whether it fits.</returns>
    public bool TryReserve(decimal worst)
    {
        if (!TryReserveHere(worst))
        {
            return false;
        }

        if (whole?.TryReserve(worst) == false)
        {
            SettleHere(worst, 0);
            return false;
        }

        return true;
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

    private bool TryReserveHere(decimal worst)
    {
        lock (gate)
        {
            var fits = Cap is null || spent + reserved + worst <= Cap;
            reserved += fits ? worst : 0;
            underWay += fits ? 1 : 0;
            return fits;
        }
    }

    private async Task<bool> ReserveHereAsync(decimal worst, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (TryReserveHere(worst))
                {
                    return true;
                }

                if (reserved == 0)
                {
                    return false;
                }

                next = settled.Task;
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
