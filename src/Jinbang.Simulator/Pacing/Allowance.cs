namespace Jinbang.Simulator.Pacing;

/// <summary>What a limit says to a request.</summary>
/// <param name="Limit">What is allowed in a minute.</param>
/// <param name="Remaining">What could still be taken now.</param>
/// <param name="Next">Time until the request could be taken.</param>
/// <param name="Full">Time until all is there again.</param>
internal readonly record struct Allowance(int Limit, double Remaining, TimeSpan Next, TimeSpan Full);
