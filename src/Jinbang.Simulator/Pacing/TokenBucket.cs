namespace Jinbang.Simulator.Pacing;

/// <summary>Counts one model's requests against its limit.</summary>
internal sealed class TokenBucket(RateLimit limit, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly double perSecond = limit.PerMinute / 60.0;
    private double tokens = limit.Burst;
    private long filledAt = time.GetTimestamp();

    /// <summary>Takes a request if the limit allows it.</summary>
    public Allowance Take()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            tokens = Math.Min(limit.Burst, tokens + (time.GetElapsedTime(filledAt, now).TotalSeconds * perSecond));
            filledAt = now;
            var isAllowed = tokens >= 1;
            tokens -= isAllowed ? 1 : 0;
            return new Allowance(
                isAllowed,
                (int)tokens,
                TimeSpan.FromSeconds(Math.Max(0, 1 - tokens) / perSecond),
                TimeSpan.FromSeconds((limit.Burst - tokens) / perSecond));
        }
    }
}
