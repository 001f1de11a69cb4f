namespace Jinbang.Bench.Silos;

/// <summary>One process of a run on many machines: beats, watches, takes leases, draws, asks, commits.</summary>
internal sealed class ModelSilo(World world, int number)
{
    private const int Hands = 16;
    private const double Tick = 0.02;
    private const double BeatEvery = 0.5;
    private const double StopsAfter = 1.5;
    private const double RemovedAfter = 2.5;
    private const double Validity = 0.5;

    private readonly Dictionary<int, (int Beat, double Since)> seen = [];
    private readonly Queue<(int Place, Lease Lease)> hands = new();
    private readonly Dictionary<Lease, int> unfinished = [];
    private readonly List<(int Place, decimal Cost, decimal Worst)> answers = [];
    private readonly List<Lease> ended = [];
    private double beatSentAt;
    private double awakeAt;
    private double passesUntil;
    private double filledAt;
    private double bucket;
    private int passes;
    private int calls;
    private int nth;
    private decimal drawn;
    private decimal used;
    private decimal open;
    private decimal mark;
    private decimal lost;
    private bool wantsMark;
    private bool isLate;
    private bool isDrawing;
    private bool isTaking;
    private bool isExchanging;
    private bool isJoining;
    private int granting;
    private Page? page;

    public int Number { get; private set; } = number;

    public bool IsDead { get; private set; }

    public bool IsCut { get; private set; }

    /// <summary>Whether nothing more fits into the cap, and nothing is open.</summary>
    public bool IsStarved { get; private set; }

    private bool MayBegin => !isLate && world.Now - beatSentAt < StopsAfter;

    public void Begin()
    {
        (beatSentAt, filledAt) = (world.Now, world.Now);
        Beat();
        Work();
    }

    public void Die()
    {
        IsDead = true;
        world.InFlight += calls + answers.Count + (page?.Answers.Count ?? 0);
    }

    /// <summary>Stops the process for a while, with or without its clock: a machine that is suspended does not notice.</summary>
    public void Pause(double seconds, bool withClock)
    {
        awakeAt = Math.Max(awakeAt, world.Now + seconds);
        if (withClock)
        {
            beatSentAt += seconds;
            passesUntil += seconds;
        }
    }

    public void Cut(double seconds)
    {
        IsCut = true;
        world.Later(seconds, () => IsCut = false);
    }

    /// <summary>Does something now, or when the process goes on; never when it was killed.</summary>
    public void WhenAwake(Action what)
    {
        if (IsDead)
        {
            return;
        }

        if (world.Now < awakeAt)
        {
            world.Later(awakeAt - world.Now, () => WhenAwake(what));
            return;
        }

        what();
    }

    /// <summary>Passes of the account, which this silo holds.</summary>
    private int Grant(int wanted)
    {
        if (granting != Number)
        {
            // Who held the account before may just have given its burst away.
            (granting, bucket, filledAt) = (Number, 0, world.Now);
        }

        bucket = Math.Min(World.Rate, bucket + ((world.Now - filledAt) * World.Rate));
        filledAt = world.Now;
        var granted = world.Now >= awakeAt && MayBegin ? Math.Min(wanted, (int)bucket) : 0;
        bucket -= granted;
        return granted;
    }

    private void Beat()
    {
        var (sent, mine) = (world.Now, Number);
        world.Ask(this, () => (world.Tables.Beat(mine), world.Tables.Present.ToDictionary()), answer =>
        {
            isLate |= !answer.Item1 && mine == Number;
            beatSentAt = answer.Item1 && mine == Number ? Math.Max(beatSentAt, sent) : beatSentAt;
            Watch(answer.Item2);
        }, seen.Clear);
        world.Later(BeatEvery, () => WhenAwake(Beat));
    }

    private void Watch(Dictionary<int, int> present)
    {
        foreach (var (other, beat) in present)
        {
            if (!seen.TryGetValue(other, out var known) || known.Beat != beat)
            {
                seen[other] = (beat, world.Now);
            }
            else if (world.Now - known.Since >= RemovedAfter)
            {
                world.Ask(this, () => Remove(other, beat), _ => { }, () => { });
            }
        }
    }

    private bool Remove(int other, int beat)
    {
        world.Tables.Remove(other, beat);
        world.Find(other)?.CountInFlight();
        return true;
    }

    // What a removed holder has in flight can be asked by another meanwhile.
    private void CountInFlight() => world.InFlight += world.Tables.Present.ContainsKey(Number) ? 0 : calls + answers.Count + (page?.Answers.Count ?? 0) + passes;

    private void Work()
    {
        world.Later(Tick, () => WhenAwake(Work));
        if (isLate && calls == 0 && answers.Count == 0 && lost == 0 && page is null && mark == 0)
        {
            JoinAnew();
        }

        Write();
        Take();
        Exchange();
        while (MayBegin && calls < Hands && hands.Count > 0 && passes > 0 && world.Now < passesUntil && IsCovered())
        {
            Send();
        }
    }

    private void JoinAnew()
    {
        if (isJoining)
        {
            return;
        }

        isJoining = true;
        world.Ask(this, world.Tables.Join, joined =>
        {
            (Number, drawn, used, open, mark, nth, isLate, beatSentAt, passes, isJoining) = (joined, 0, 0, 0, 0, 0, false, world.Now, 0, false);
            hands.Clear();
            unfinished.Clear();
            ended.Clear();
        }, () => isJoining = false);
    }

    /// <summary>Whether the worst case of a call is drawn, and below the mark in the database; else asks for what is missing.</summary>
    private bool IsCovered()
    {
        if (used + open + World.Worst > drawn)
        {
            Draw(World.Worst * Hands);
            return false;
        }

        wantsMark |= open + World.Worst > mark;
        return open + World.Worst <= mark || world.Without == Rule.MarkBeforeCall;
    }

    private void Draw(decimal more)
    {
        if (isDrawing)
        {
            return;
        }

        isDrawing = true;
        var mine = Number;
        world.Ask(this, () => world.Tables.Draw(mine, more), all =>
        {
            isDrawing = false;
            drawn = mine == Number ? Math.Max(drawn, all ?? 0) : drawn;
            if (all is null && more > World.Worst)
            {
                Draw(World.Worst);
            }
            else
            {
                if (all is null)
                {
                    world.AskBack();
                }

                IsStarved = all is null && calls == 0 && answers.Count == 0 && page is null && !isLate;
            }
        }, () => isDrawing = false);
    }

    /// <summary>Gives back what is drawn and neither used nor open, so that others can have it.</summary>
    public void GiveBack()
    {
        if (isDrawing || isLate || used + open == drawn)
        {
            return;
        }

        // Nothing is drawn meanwhile, so that the two do not overtake each other.
        (isDrawing, drawn) = (true, used + open);
        var (mine, needed) = (Number, drawn);
        world.Ask(this, () => world.Tables.GiveBack(mine, needed), _ => isDrawing = false, () => isDrawing = false);
    }

    private void Take()
    {
        if (isTaking || !MayBegin || hands.Count >= Hands)
        {
            return;
        }

        isTaking = true;
        var mine = Number;
        world.Ask(this, () => world.Tables.Take(mine, 16, [.. unfinished.Keys, .. ended, .. page?.Ended ?? []]) is { } lease ? (lease, world.Tables.Missing(lease).ToList()) : (null, []), taken =>
        {
            isTaking = false;
            if (taken.lease is { } lease && mine == Number && !unfinished.ContainsKey(lease))
            {
                unfinished[lease] = taken.Item2.Count;
                taken.Item2.ForEach(place => hands.Enqueue((place, lease)));
                Finish(lease, 0);
            }
        }, () => isTaking = false);
    }

    private void Exchange()
    {
        if (isExchanging || !MayBegin || hands.Count == 0 || (passes > 0 && world.Now < passesUntil))
        {
            return;
        }

        isExchanging = true;
        var (sent, mine) = (world.Now, Number);
        world.Ask(this, () => world.Tables.HoldAccount(mine), _ => isExchanging = false, () => isExchanging = false);
        world.Later(world.Hop(), () =>
        {
            var granted = world.Find(world.Tables.Account)?.Grant(Math.Min(hands.Count, Hands - calls)) ?? 0;
            world.Later(world.Hop(), () => WhenAwake(() => (passes, passesUntil) = (granted, sent + Validity)));
        });
    }

    private void Send()
    {
        var ((place, lease), mine) = (hands.Dequeue(), Number);
        passes--;
        calls++;
        open += World.Worst;
        var cost = world.Send();
        var isLost = world.Chance.Next(100) < 3;
        world.Later(0.3 + (-Math.Log(1 - world.Chance.NextDouble()) * 1.5), () => WhenAwake(() =>
        {
            calls--;
            if (isLost)
            {
                lost += World.Worst;
                world.Faults++;
                hands.Enqueue((place, lease));
                return;
            }

            answers.Add((place, cost, World.Worst));
            Finish(lease, 1);
        }));
    }

    private void Finish(Lease lease, int count)
    {
        if (unfinished.ContainsKey(lease) && (unfinished[lease] -= count) == 0)
        {
            unfinished.Remove(lease);
            ended.Add(lease);
        }
    }

    private void Write()
    {
        if (page is not null || (answers.Count == 0 && lost == 0 && !wantsMark && ended.Count == 0 && !(mark > 0 && (isLate || calls + hands.Count == 0))))
        {
            return;
        }

        var stays = open - (World.Worst * answers.Count) - lost;
        page = new Page(++nth, [.. answers], lost, MayBegin && hands.Count > 0 ? stays + (World.Worst * Hands) : stays) { Ended = [.. ended] };
        answers.Clear();
        ended.Clear();
        (lost, wantsMark) = (0, false);
        // What the database will have is all that may be counted on from here.
        mark = Math.Min(mark, page.Mark);
        Post(page, Number);
    }

    private void Post(Page sent, int mine) => world.Ask(this, () => world.Tables.Commit(mine, sent), isOnTime =>
    {
        open -= sent.Answers.Sum(answer => answer.Worst) + sent.Lost;
        used += sent.Answers.Sum(answer => answer.Cost) + sent.Lost;
        mark = isOnTime ? sent.Mark : Math.Min(mark, sent.Mark);
        isLate |= !isOnTime;
        page = null;
    }, () => WhenAwake(() => world.Later(0.2, () => WhenAwake(() => Post(sent, mine)))));
}
