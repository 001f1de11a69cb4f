namespace Jinbang.Bench.Silos;

/// <summary>The tables of a run on many machines: a method is a transaction, as docs/decisions/0040 has them.</summary>
/// <param name="places">Attempts to make.</param>
/// <param name="cap">Most yuan.</param>
/// <param name="without">The rule that is left out.</param>
internal sealed class Tables(int places, decimal cap, Rule without)
{
    private readonly bool[] answered = new bool[places];
    private readonly List<Lease> leases = [];
    private readonly Dictionary<int, Purse> purses = [];
    private readonly Dictionary<int, int> present = [];
    private decimal drawn;
    private int next;

    public int Answered { get; private set; }

    /// <summary>Answers to what somebody else had answered.</summary>
    public int Twice { get; private set; }

    public decimal Kept { get; private set; }

    public decimal Lost { get; private set; }

    /// <summary>Who holds the account.</summary>
    public int? Account { get; private set; }

    /// <summary>Who is there, and the beat of each.</summary>
    public IReadOnlyDictionary<int, int> Present => present;

    /// <summary>What providers may have billed as the books know it.</summary>
    public decimal Booked => Kept + Lost + purses.Values.Sum(purse => purse.Outstanding);

    public int Join()
    {
        var number = purses.Count + 1;
        (present[number], purses[number]) = (0, new Purse());
        return number;
    }

    public bool Beat(int holder)
    {
        if (present.TryGetValue(holder, out var beat))
        {
            present[holder] = beat + 1;
            return true;
        }

        return without == Rule.Fence;
    }

    public void Remove(int holder, int seen)
    {
        if (present.TryGetValue(holder, out var beat) && beat == seen)
        {
            Leave(holder);
        }
    }

    /// <summary>Takes a holder away: its leases and accounts are free, and it owes at most its mark.</summary>
    public void Leave(int holder)
    {
        present.Remove(holder);
        Account = Account == holder ? null : Account;
        foreach (var lease in leases.Where(lease => lease.Holder == holder))
        {
            lease.Holder = null;
        }

        Release(purses[holder]);
    }

    public bool HoldAccount(int holder) => present.ContainsKey(holder) && (Account ??= holder) == holder;

    /// <summary>Draws more of the cap.</summary>
    /// <returns>All that the holder has drawn; null when there is no more, or it is not there.</returns>
    public decimal? Draw(int holder, decimal more)
    {
        if (!present.ContainsKey(holder) || (drawn + more > cap && without != Rule.DrawWithinCap))
        {
            return null;
        }

        drawn += more;
        return purses[holder].Drawn += more;
    }

    /// <summary>Gives back what is neither used nor set aside.</summary>
    public decimal GiveBack(int holder, decimal needed)
    {
        var purse = purses[holder];
        var rest = present.ContainsKey(holder) ? Math.Max(0, purse.Drawn - needed) : 0;
        (purse.Drawn, drawn) = (purse.Drawn - rest, drawn - rest);
        return purse.Drawn;
    }

    /// <summary>Takes a lease; first one that the holder has and does not know of, since it never heard the answer.</summary>
    public Lease? Take(int holder, int size, IReadOnlyCollection<Lease> known)
    {
        if (!present.ContainsKey(holder))
        {
            return null;
        }

        var lease = leases.Find(given => given.Holder == holder && !known.Contains(given)) ?? leases.Find(returned => returned.Holder is null);
        if (lease is null && next < places)
        {
            leases.Add(lease = new Lease(next, Math.Min(size, places - next)));
            next += lease.Count;
        }

        lease?.Holder = holder;
        return lease;
    }

    public IEnumerable<int> Missing(Lease lease) => Enumerable.Range(lease.First, lease.Count).Where(place => !answered[place]);

    /// <summary>Records answers.</summary>
    /// <returns>Whether the holder is there; if not, the answers are kept and nothing else.</returns>
    public bool Commit(int holder, Page page)
    {
        var (purse, isPresent) = (purses[holder], present.ContainsKey(holder) || without == Rule.Fence);
        if (page.Nth <= purse.Nth && without != Rule.CommitOnce)
        {
            return isPresent;
        }

        purse.Nth = page.Nth;
        foreach (var (place, cost, _) in page.Answers)
        {
            Keep(place, cost);
        }

        purse.Used += page.Lost + page.Answers.Sum(answer => answer.Cost);
        Lost += page.Lost;
        purse.Outstanding = isPresent ? page.Mark : Math.Min(purse.Outstanding, page.Mark);
        if (isPresent)
        {
            leases.RemoveAll(lease => lease.Holder == holder && page.Ended.Contains(lease));
        }
        else
        {
            Release(purse);
        }

        return isPresent;
    }

    /// <summary>Says what of the tables contradicts itself; null when nothing does.</summary>
    public string? Contradiction() =>
        drawn != purses.Values.Sum(purse => purse.Drawn) ? "purses are not what was drawn"
        : drawn > cap || drawn < 0 ? "more is drawn than the cap"
        : purses.Values.Any(purse => purse.Used > purse.Drawn) ? "more is used than drawn"
        : null;

    private void Keep(int place, decimal cost)
    {
        if (answered[place])
        {
            Lost += cost;
            Twice++;
            return;
        }

        answered[place] = true;
        Answered++;
        Kept += cost;
    }

    private void Release(Purse purse)
    {
        var rest = Math.Max(0, purse.Drawn - purse.Used - (without == Rule.ForfeitOpen ? 0 : purse.Outstanding));
        (purse.Drawn, drawn) = (purse.Drawn - rest, drawn - rest);
    }
}
