using System.Diagnostics;
using Jinbang.Models;
using Jinbang.Runs.Pacing;

namespace Jinbang.Cluster.Pacing;

/// <summary>A silo's end of an account whose pace is decided elsewhere in the cluster: gathers what there is to tell and to ask, and keeps one
/// exchange under way. What comes meanwhile goes with the next; where it changes something, that one is sent at once, and the first, which still waits for leave, is answered.</summary>
/// <param name="silo">What the desk knows this silo by.</param>
/// <param name="exchange">Speaks with the account's desk.</param>
/// <param name="time">The clock.</param>
/// <param name="cancellationToken">Ends all exchanges.</param>
internal sealed class RemoteAccount(
    string silo, Func<Told, CancellationToken, Task<Granted>> exchange, TimeProvider time, CancellationToken cancellationToken)
{
    private const int MostUnderWay = 2;

    // Who gets no answer asks again four times a second; who has calls under way is heard of each second.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly RunClock clock = new(time);
    private readonly List<LaneNews> lanes = [];
    private readonly List<long> failed = [];
    private readonly List<long> open = [];
    private PaceLimits limits = PaceLimits.None;
    private ITimer? alarm;
    private TimeSpan transit;
    private long calls;
    private long nth;
    private bool isPausing;
    private bool isDue;
    private bool isUnknown = true;

    /// <summary>The way to one of its models; what was said last of limits counts.</summary>
    /// <param name="model">The model's name at its provider.</param>
    /// <param name="all">How fast all models of the account together may be asked.</param>
    /// <param name="own">How fast this one may be.</param>
    /// <param name="concurrency">Most calls under way to it; null when that is to be found out.</param>
    /// <param name="ceiling">Most that are worth waiting at once.</param>
    /// <param name="room">Room for the calls of the whole silo; null when there is no end of it.</param>
    public RemoteWay Open(string model, PaceLimits all, PaceLimits own, int? concurrency, int ceiling, CallRoom? room)
    {
        lock (gate)
        {
            var news = lanes.FirstOrDefault(lane => lane.Model == model);
            if (news is null)
            {
                lanes.Add(news = new LaneNews(model));
            }

            (limits, news.Limits, news.Concurrency) = (all, own, concurrency);
            return new RemoteWay(this, news, ceiling, room?.Open());
        }
    }

    /// <summary>Lets a call wait.</summary>
    /// <returns>What it waits for.</returns>
    public Task Enter(LaneNews lane, Pass pass)
    {
        var leave = pass.Wait();
        Do(() => lane.Wait(++calls, pass));
        return leave;
    }

    /// <summary>A call that nobody wants to make any more.</summary>
    public void Withdraw(LaneNews lane, Pass pass) => Do(() =>
    {
        if (pass.BeganAt is null)
        {
            pass.Withdraw();
        }
        else
        {
            lane.End(pass, number => new EndedCall(number, CallEnd.Unused));
        }
    });

    /// <summary>A call ended.</summary>
    public void End(LaneNews lane, Pass pass, Func<long, EndedCall> end) => Do(() => lane.End(pass, end));

    /// <summary>The head of an answer told of limits.</summary>
    public void Hear(LaneNews lane, RateNotice notice) => Do(() => lane.Hear(notice));

    private void Do(Action what)
    {
        lock (gate)
        {
            what();
        }

        Speak();
    }

    private void Speak()
    {
        Told? told = null;
        lock (gate)
        {
            if (!isPausing && !cancellationToken.IsCancellationRequested && HasNews())
            {
                told = Tell();
            }
        }

        if (told is not null)
        {
            _ = ExchangeAsync(told);
        }
    }

    // While an exchange waits for leave, only what may change its answer is worth another.
    private bool HasNews() => open.Count switch
    {
        0 => failed.Count > 0 || lanes.Any(lane => lane.Waits) || (isDue && lanes.Any(lane => lane.IsBusy)),
        < MostUnderWay => failed.Count > 0 || lanes.Any(lane => lane.IsNew),
        _ => false,
    };

    private Told Tell()
    {
        // Models of which there is nothing to say are left out, but for a look at those that are being asked, once a second.
        var news = lanes.Where(lane => lane.Waits || (lane.IsBusy && (isDue || isUnknown))).Select(lane => lane.Tell(isUnknown, clock, transit));
        var told = new Told(silo, ++nth, limits, [.. news]) { Failed = [.. failed], Open = [.. open], IsWhole = isUnknown };
        open.Add(nth);
        failed.Clear();
        (isDue, isUnknown) = (false, false);
        return told;
    }

    private async Task ExchangeAsync(Told told)
    {
        // It speaks for many calls: whichever set it off, it is a trace of its own.
        Activity.Current = null;
        var sentAt = clock.Now;
        Granted? granted = null;
        try
        {
            granted = await exchange(told, cancellationToken);
        }
        catch (Exception)
        {
            // Whatever went wrong on the way, nobody knows what the desk heard: what is told twice counts once, and what it granted is given back.
        }

        Do(() => Settle(told, granted, sentAt));
    }

    private void Settle(Told told, Granted? granted, double sentAt)
    {
        open.Remove(told.Nth);
        foreach (var lane in open.Count == 0 ? lanes : [])
        {
            lane.IsAsked = false;
        }

        if (granted is null)
        {
            TellAgain(told);
            isPausing = true;
            Set(Pause);
        }
        else if (granted.IsStrange)
        {
            isUnknown = isDue = true;
        }
        else
        {
            Take(granted, sentAt);
            Set(Beat);
        }
    }

    private void Take(Granted granted, double sentAt)
    {
        var now = clock.Now;
        var isInTime = now <= sentAt + (granted.Waited + Granted.Validity).TotalSeconds;
        transit = TimeSpan.FromSeconds(Math.Max(0, now - sentAt - granted.Waited.TotalSeconds));
        foreach (var pass in granted.Passes)
        {
            if (!lanes.Exists(lane => lane.Begin(pass, now, isInTime)))
            {
                // Nobody waits for it any more. Calls are known by their numbers, so that any lane may tell.
                lanes[0].Decline(pass);
            }
        }

        foreach (var (lane, told) in lanes.Join(granted.Lanes, lane => lane.Model, told => told.Model, (lane, told) => (lane, told)))
        {
            lane.View = told.View;
            if (told.GivenUp is { } why)
            {
                lane.Refuse(why.ToException());
            }
        }
    }

    private void TellAgain(Told told)
    {
        isUnknown |= told.IsWhole;
        failed.AddRange([.. told.Failed, told.Nth]);
        foreach (var (lane, lost) in lanes.Join(told.Lanes, lane => lane.Model, lost => lost.Model, (lane, lost) => (lane, lost)))
        {
            lane.TakeBack(lost);
        }
    }

    private void Set(TimeSpan due)
    {
        alarm ??= time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        alarm.Change(due, Timeout.InfiniteTimeSpan);
    }

    private void Ring() => Do(() => (isPausing, isDue) = (false, true));
}
