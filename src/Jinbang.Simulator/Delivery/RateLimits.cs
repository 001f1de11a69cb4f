using Jinbang.Simulator.Pacing;

namespace Jinbang.Simulator.Delivery;

/// <summary>Holds models to their limits, each alone or all together.</summary>
internal sealed class RateLimits
{
    private readonly RateLimit limit;
    private readonly TimeProvider time;
    private readonly Dictionary<string, Quota> quotas;

    public RateLimits(RateLimit limit, IEnumerable<SimulatedModel> models, TimeProvider time)
    {
        (this.limit, this.time) = (limit, time);
        var shared = new Quota(limit, time);
        quotas = models.ToDictionary(model => model.Name, _ => limit.IsShared ? shared : new Quota(limit, time));
    }

    /// <summary>Takes a request to a model, and says in its answer's head how the limits stand.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tokens">Tokens that the request will take.</param>
    /// <param name="head">The head of the answer.</param>
    /// <returns>The status to refuse it with; null when it is taken, and then it is to be given back at its end.</returns>
    public int? Take(string model, int tokens, IHeaderDictionary head)
    {
        var (status, requests, used, wait) = quotas[model].Take(tokens);
        limit.Headers.Tell(head, requests, used, status is null ? null : wait, time.GetUtcNow());
        return status;
    }

    /// <summary>A request that was taken has ended.</summary>
    public void GiveBack(string model) => quotas[model].GiveBack();
}
