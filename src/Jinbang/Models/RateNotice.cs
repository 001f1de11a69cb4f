namespace Jinbang.Models;

/// <summary>What the head of one answer said of the provider's rate limits for the model that was asked.</summary>
/// <param name="SentAt">When the call was sent, a timestamp of the clock that measures calls.</param>
/// <param name="Requests">The limit of requests; null when not told.</param>
/// <param name="Tokens">The limit of tokens; null when not told.</param>
public readonly record struct RateNotice(long SentAt, RateWindow? Requests, RateWindow? Tokens);
