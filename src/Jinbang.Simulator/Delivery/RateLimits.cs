using System.Globalization;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Simulator.Delivery;

/// <summary>Holds each model to its rate limit, and says so in the headers.</summary>
internal sealed class RateLimits(RateLimit limit, IEnumerable<SimulatedModel> models, TimeProvider time)
{
    private readonly Dictionary<string, TokenBucket> buckets = models.ToDictionary(model => model.Name, _ => new TokenBucket(limit, time));

    /// <summary>Takes a request to a model.</summary>
    /// <returns>How long to wait before the next when it is not taken; null when it is.</returns>
    public TimeSpan? Take(string model, IHeaderDictionary headers)
    {
        var allowance = buckets[model].Take();
        headers["x-ratelimit-limit-requests"] = limit.PerMinute.ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-remaining-requests"] = allowance.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["x-ratelimit-reset-requests"] = string.Create(CultureInfo.InvariantCulture, $"{allowance.Full.TotalSeconds:0.###}s");
        return allowance.IsAllowed ? null : allowance.Next;
    }
}
