namespace Jinbang.Runs;

/// <summary>The yuan that a run may not exceed: the worst case of each call is set aside before asking and settled after.</summary>
/// <param name="cap">Most yuan; null for no limit.</param>
public sealed class Budget(decimal? cap)
{
    private readonly Lock gate = new();
    private decimal spent;
    private decimal reserved;
    private int underWay;
    private TaskCompletionSource settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Most yuan; null for no limit.</summary>
    public decimal? Cap { get; } = cap;

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

    /// <summary>Yuan that are neither spent nor set aside; null for no limit.</summary>
    public decimal? Left
    {
        get
        {
            lock (gate)
            {
                return Cap - spent - reserved;
            }
        }
    }

    /// <summary>Counts what was spent before.</summary>
    public void Count(decimal earlier)
    {
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
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (Cap is null || spent + reserved + worst <= Cap)
                {
                    reserved += worst;
                    underWay++;
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

    /// <summary>Gives a reservation back and counts what the call cost.</summary>
    public void Settle(decimal worst, decimal cost)
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
