namespace Jinbang.Runs;

/// <summary>The yuan that a run may not exceed: the worst case of each call is set aside before asking and settled after.</summary>
/// <param name="cap">Most yuan; null for no limit.</param>
/// <param name="spent">Yuan already spent on the same attempts by earlier runs.</param>
public sealed class Budget(decimal? cap, decimal spent = 0)
{
    private readonly Lock gate = new();
    private decimal spent = spent;
    private decimal reserved;

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

    /// <summary>Sets a call's worst case aside.</summary>
    /// <returns>False when it would not fit any more; then the call must not be made.</returns>
    public bool TryReserve(decimal worst)
    {
        lock (gate)
        {
            if (spent + reserved + worst > Cap)
            {
                return false;
            }

            reserved += worst;
            return true;
        }
    }

    /// <summary>Gives a reservation back and counts what the call cost.</summary>
    public void Settle(decimal worst, decimal cost)
    {
        lock (gate)
        {
            reserved -= worst;
            spent += cost;
        }
    }
}
