using Jinbang.Models;

namespace Jinbang.Runs.Pacing;

/// <summary>Keeps to limits that someone gave: requests and tokens a minute, requests a day, calls at once. Not safe for threads.</summary>
internal sealed class GivenLimits
{
    private const double Minute = 60;
    private const double Day = 24 * 60 * Minute;

    /// <summary>Clocks jitter: who is exactly as fast as the server allows is refused now and then.</summary>
    private const double Caution = 0.99;

    private readonly PaceLimits limits;
    private readonly Bucket? requests;
    private readonly Bucket? tokens;
    private readonly Queue<double> today = new();
    private int underWay;

    public GivenLimits(PaceLimits limits, double now)
    {
        this.limits = limits;
        if (limits.RequestsPerMinute is { } rpm)
        {
            var burst = limits.Burst ?? Math.Ceiling(rpm / Minute);
            requests = new Bucket(rpm * Caution / Minute, burst > 2 ? burst - 1 : burst, now);
        }

        // Providers let a minute's tokens through at once after a rest.
        tokens = limits.TokensPerMinute is { } tpm ? new Bucket(tpm * Caution / Minute, tpm, now) : null;
    }

    /// <summary>The same under other limits, without a burst: with the calls under way and the requests of the day.</summary>
    public GivenLimits Under(PaceLimits others, double now)
    {
        var next = new GivenLimits(others, now) { underWay = underWay };
        foreach (var begun in today)
        {
            next.today.Enqueue(begun);
        }

        next.Empty(now);
        return next;
    }

    /// <summary>Requests a second; null when not limited.</summary>
    public double? PerSecond => requests?.PerSecond;

    /// <summary>When a call of so many tokens may begin; infinity while it depends on another call's end.</summary>
    public double ReadyAt(double size, double now) => underWay >= limits.Concurrency
        ? double.PositiveInfinity
        : Math.Max(requests?.ReadyAt(1, now) ?? now, tokens?.ReadyAt(size, now) ?? now);

    /// <summary>When the next request of the day is free; the time when it is now.</summary>
    public double DayReadyAt(double now)
    {
        while (today.TryPeek(out var first) && first <= now - Day)
        {
            today.Dequeue();
        }

        // Under a lower limit than before there may be more of them than it allows.
        return today.Count - limits.RequestsPerDay is >= 0 and var excess ? today.ElementAt(excess) + Day : now;
    }

    public void Begin(double size, double now)
    {
        underWay++;
        requests?.Take(1, now);
        tokens?.Take(size, now);
        if (limits.RequestsPerDay is not null)
        {
            today.Enqueue(now);
        }
    }

    /// <summary>Counts a call that began elsewhere and is under way.</summary>
    public void Adopt() => underWay++;

    /// <summary>Takes back that a call began, before its end is counted.</summary>
    public void GiveBack(double now)
    {
        requests?.Take(-1, now);
        today.TryDequeue(out _);
    }

    /// <summary>Nothing of what may be used at once is left.</summary>
    public void Empty(double now)
    {
        requests?.Limit(0, now);
        tokens?.Limit(0, now);
    }

    /// <summary>Counts a call's end.</summary>
    /// <param name="excess">Tokens that it took beyond those it began with.</param>
    /// <param name="now">The time.</param>
    public void End(double excess, double now)
    {
        underWay--;
        tokens?.Take(excess, now);
    }
}
