using Jinbang.Simulator.Pacing;

namespace Jinbang.Simulator.Delivery;

/// <summary>What one model, or all together, may still take.</summary>
internal sealed class Quota(RateLimit limit, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Meter? requests = limit.PerMinute is { } rpm ? new Meter(rpm, limit.Burst, limit.IsWindow, time) : null;
    private readonly Meter? tokens = limit.TokensPerMinute is { } tpm ? new Meter(tpm, tpm, limit.IsWindow, time) : null;
    private int underWay;

    /// <summary>Takes a request.</summary>
    /// <returns>The status to refuse it with, or null; how requests and tokens stand, where limited; how long to wait.</returns>
    public (int? Status, Allowance? Requests, Allowance? Tokens, TimeSpan? Wait) Take(int size)
    {
        lock (gate)
        {
            var isFree = requests?.Has(1) is not false & tokens?.Has(size) is not false;
            var isCrowded = underWay >= limit.Concurrency;
            if (isFree && !isCrowded)
            {
                underWay++;
                requests?.Take(1);
                tokens?.Take(size);
            }

            var (first, second) = (requests?.Say(1), tokens?.Say(size));
            var wait = first?.Next > second?.Next || second is null ? first?.Next : second?.Next;
            return (isFree && !isCrowded ? null : isFree ? limit.CrowdedStatus : StatusCodes.Status429TooManyRequests, first, second, isFree ? null : wait);
        }
    }

    public void GiveBack()
    {
        lock (gate)
        {
            underWay--;
        }
    }
}
