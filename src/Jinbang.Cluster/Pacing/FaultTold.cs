using Jinbang.Models;

namespace Jinbang.Cluster.Pacing;

/// <summary>A provider's fault, as silos tell each other of it.</summary>
/// <param name="Kind">Why.</param>
/// <param name="English">What is wrong.</param>
/// <param name="Chinese">The same in Chinese.</param>
/// <param name="RetryAfter">How long the provider asks to wait; null when it does not say.</param>
/// <param name="IsOverload">Whether the provider says that it has too much to do.</param>
internal sealed record FaultTold(FaultKind Kind, string English, string Chinese, TimeSpan? RetryAfter, bool IsOverload)
{
    public static FaultTold Of(ProviderException fault) =>
        new(fault.Kind, fault.Problem.English, fault.Problem.Chinese, fault.RetryAfter, fault.IsOverload);

    public ProviderException ToException() => new(Kind, new(English, Chinese), RetryAfter) { IsOverload = IsOverload };
}
