using Jinbang.Models;

namespace Jinbang.Tests.Runs.Pacing;

/// <summary>A provider's rate limit in virtual time: a bucket, or a window when its burst is its limit.</summary>
internal sealed record VirtualServer(double PerMinute, double Burst)
{
    /// <summary>Seconds after which a window begins anew; null for a bucket.</summary>
    public double? Window { get; init; }

    /// <summary>Whether answers tell of limits; resets in whole seconds when <see cref="IsCoarse"/>.</summary>
    public bool Tells { get; init; }

    public bool IsCoarse { get; init; }

    /// <summary>Whether refusals say how long to wait, in whole seconds.</summary>
    public bool SaysWhen { get; init; }

    public double Latency { get; init; } = 0.002;

    public int? MostUnderWay { get; init; }

    private double content = Burst;
    private double filledAt;

    public bool Take(double now)
    {
        if (Window is { } length)
        {
            (content, filledAt) = now >= filledAt + length ? (Burst, now - (now % length)) : (content, filledAt);
        }
        else
        {
            content = Math.Min(Burst, content + ((now - filledAt) * PerMinute / 60));
            filledAt = now;
        }

        if (content < 1)
        {
            return false;
        }

        content--;
        return true;
    }

    public RateWindow Tell(double now)
    {
        var reset = Window is { } length ? filledAt + length - now : (Burst - content) * 60 / PerMinute;
        return new RateWindow(PerMinute, Math.Floor(content), TimeSpan.FromSeconds(IsCoarse ? Math.Ceiling(now + reset) - now : reset));
    }

    public TimeSpan? RetryAfter(double now) => !SaysWhen ? null
        : TimeSpan.FromSeconds(Math.Ceiling(Window is { } length ? filledAt + length - now : (1 - content) * 60 / PerMinute));
}
