using Jinbang.Models;

namespace Jinbang.Cluster.Pacing;

/// <summary>What the head of an answer said of limits.</summary>
/// <param name="Age">Since the call was sent, for the clocks of two machines know nothing of each other.</param>
/// <param name="Requests">The limit of requests; null when not told.</param>
/// <param name="Tokens">The limit of tokens; null when not told.</param>
internal sealed record HeardNotice(TimeSpan Age, RateWindow? Requests, RateWindow? Tokens);
