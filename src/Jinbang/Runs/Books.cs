namespace Jinbang.Runs;

/// <summary>What one sitting may owe for calls that the ledger does not hold yet.</summary>
/// <remarks>At any instant the costs in the ledger, its lost yuan and its outstanding yuan together are no less than what
/// providers may have billed: no call is sent unless the mark on disk, <c>outstanding_yuan</c>, covers it beside all that
/// are open. The mark is a high-water mark, so that a steady stream of calls hardly ever moves it.</remarks>
/// <param name="sitting">The sitting's key.</param>
/// <param name="time">The clock of lowering.</param>
internal sealed class Books(string sitting, TimeProvider time)
{
    private static readonly TimeSpan LoweringPause = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private decimal open;
    private decimal mark;
    private decimal peak;
    private Dictionary<string, decimal> unbooked = [];
    private long lowered = time.GetTimestamp();

    /// <summary>The sitting's key.</summary>
    public string Sitting { get; } = sitting;

    /// <summary>Counts a call's worst case.</summary>
    /// <returns>Whether the mark on disk covers it; if not, it must be raised before the call is sent.</returns>
    public bool Open(decimal worst)
    {
        lock (gate)
        {
            open += worst;
            peak = Math.Max(peak, open);
            return open <= mark;
        }
    }

    /// <summary>Forgets yuan that were not billed, or whose cost is in the ledger.</summary>
    public void Close(decimal yuan)
    {
        lock (gate)
        {
            open -= yuan;
        }
    }

    /// <summary>Counts yuan that may have been billed for nothing; they stay open until they are booked.</summary>
    /// <param name="model">Who was asked.</param>
    /// <param name="yuan">How many.</param>
    public void Lose(string model, decimal yuan)
    {
        lock (gate)
        {
            unbooked[model] = unbooked.GetValueOrDefault(model) + yuan;
        }
    }

    /// <summary>Decides what the next write says of money.</summary>
    /// <param name="closing">Whether nothing will be asked after it.</param>
    /// <returns>Yuan lost since the last write, by the model that was asked, and the new mark; null when it stays.</returns>
    public (IReadOnlyDictionary<string, decimal> Lost, decimal? Mark) Draw(bool closing)
    {
        lock (gate)
        {
            var lost = unbooked;
            unbooked = [];
            var floor = closing ? open - lost.Values.Sum() : mark;
            if (!closing && time.GetElapsedTime(lowered) >= LoweringPause)
            {
                (floor, peak, lowered) = (peak, open, time.GetTimestamp());
            }

            decimal? next = open > mark && !closing ? open : floor < mark ? floor : null;
            // From here on nobody may count on more than the disk will have.
            mark = Math.Min(mark, next ?? mark);
            return (lost, next);
        }
    }

    /// <summary>The write is on disk.</summary>
    public void Booked(decimal lost, decimal? newMark)
    {
        lock (gate)
        {
            open -= lost;
            mark = newMark ?? mark;
        }
    }
}
