namespace Jinbang.Simulator.Pacing;

/// <summary>What a rate limit says to a request.</summary>
/// <param name="IsAllowed">Whether the request is taken.</param>
/// <param name="Remaining">Further requests that would be taken now.</param>
/// <param name="Next">Time until the next request would be taken.</param>
/// <param name="Full">Time until the whole burst is there again.</param>
internal readonly record struct Allowance(bool IsAllowed, int Remaining, TimeSpan Next, TimeSpan Full);
