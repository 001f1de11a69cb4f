using Jinbang.Models;

namespace Jinbang.Runs.Pacing;

/// <summary>The lanes of one account at one endpoint: they share its limits and take turns.</summary>
/// <remarks>One lock for all of them, held for some hundred nanoseconds a call, and one timer: nobody polls.</remarks>
internal sealed class Account
{
    private readonly List<Lane> lanes = [];
    private readonly ITimer alarm;
    private double alarmAt = double.PositiveInfinity;
    private int turn;
    private int waiting;

    public Account(GivenLimits given, RunClock clock)
    {
        (Given, Clock) = (given, clock);
        alarm = clock.Timer(Ring);
    }

    /// <summary>Guards the account and its lanes.</summary>
    public Lock Gate { get; } = new();

    /// <summary>What the account allows to all its models together.</summary>
    public GivenLimits Given { get; private set; }

    public RunClock Clock { get; }

    public void Add(Lane lane)
    {
        lock (Gate)
        {
            lanes.Add(lane);
        }
    }

    /// <summary>Begins without a burst, since another pace may just have used it.</summary>
    public void Empty()
    {
        lock (Gate)
        {
            var now = Clock.Now;
            Given.Empty(now);
            lanes.ForEach(lane => lane.Empty(now));
        }
    }

    /// <summary>Keeps to other limits from now on.</summary>
    public void Limit(PaceLimits limits)
    {
        lock (Gate)
        {
            var now = Clock.Now;
            Given = Given.Under(limits, now);
            Admit(now);
        }
    }

    /// <summary>Asks leave for a call.</summary>
    /// <returns>What to wait for; null when the call may begin at once.</returns>
    /// <exception cref="ProviderException">The model is given up.</exception>
    public Task? Enter(Lane lane, Pass pass)
    {
        lock (Gate)
        {
            var now = Clock.Now;
            lane.ThrowIfGivenUp(now);
            if (waiting == 0 && lane.ReadyAt(pass, now) <= now)
            {
                lane.Begin(pass, now);
                return null;
            }

            var leave = pass.Wait();
            lane.Waiting.Enqueue(pass);
            waiting++;
            Admit(now);
            return leave;
        }
    }

    /// <summary>Lets in what may begin, a call of each lane in turn, and sets the alarm for what may begin later. The gate is held.</summary>
    public void Admit(double now)
    {
        var wake = double.PositiveInfinity;
        for (var idle = 0; waiting > 0 && idle < lanes.Count;)
        {
            var lane = lanes[turn];
            turn = (turn + 1) % lanes.Count;
            if (First(lane) is { } pass && lane.ReadyAt(pass, now) is var ready and < double.PositiveInfinity)
            {
                if (ready <= now)
                {
                    Dequeue(lane);
                    lane.Begin(pass, now);
                    (wake, idle) = (double.PositiveInfinity, 0);
                    continue;
                }

                wake = Math.Min(wake, ready);
            }

            idle++;
        }

        Set(wake, now);
    }

    /// <summary>Tells all who wait in a lane why they wait in vain. The gate is held.</summary>
    public void Clear(Lane lane, Exception why)
    {
        while (First(lane) is { } pass)
        {
            Dequeue(lane);
            pass.Refuse(why);
        }
    }

    // Who was withdrawn stays in the queue until it is seen.
    private Pass? First(Lane lane)
    {
        while (lane.Waiting.TryPeek(out var pass))
        {
            if (pass.IsWaiting)
            {
                return pass;
            }

            Dequeue(lane);
        }

        return null;
    }

    private void Dequeue(Lane lane)
    {
        lane.Waiting.Dequeue();
        waiting--;
    }

    private void Set(double wake, double now)
    {
        if (wake < alarmAt || (wake > alarmAt && alarmAt > now))
        {
            alarmAt = wake;
            alarm.Change(
                double.IsInfinity(wake) ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Ceiling((wake - now) * 1000)),
                Timeout.InfiniteTimeSpan);
        }
    }

    private void Ring()
    {
        lock (Gate)
        {
            alarmAt = double.PositiveInfinity;
            Admit(Clock.Now);
        }
    }
}
