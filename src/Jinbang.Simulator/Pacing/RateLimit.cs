namespace Jinbang.Simulator.Pacing;

/// <summary>How much a provider takes, and how it says so.</summary>
/// <param name="PerMinute">Requests a minute in the long run; null when unlimited.</param>
/// <param name="Burst">Requests it takes at once after a rest; above 0.</param>
public sealed record RateLimit(int? PerMinute, int Burst)
{
    /// <summary>Tokens a minute, of prompts and replies, taken at once after a rest; null when unlimited.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>Requests that it works on at once; null when unlimited.</summary>
    public int? Concurrency { get; init; }

    /// <summary>What it answers beyond that: 429 or 503.</summary>
    public int CrowdedStatus { get; init; } = StatusCodes.Status429TooManyRequests;

    /// <summary>Whether a minute's requests are there at once when the minute begins, instead of coming back bit by bit.</summary>
    public bool IsWindow { get; init; }

    /// <summary>Whether all models share the limits.</summary>
    public bool IsShared { get; init; }

    /// <summary>How it tells of them.</summary>
    public LimitHeaders Headers { get; init; }
}
