namespace Jinbang.Models;

/// <summary>How fast an account or a model may be asked; what is null is not limited, or not known.</summary>
public sealed record PaceLimits
{
    /// <summary>No limit is known.</summary>
    public static PaceLimits None { get; } = new();

    /// <summary>Requests a minute in the long run.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Requests at once after a rest; null for a second's worth of <see cref="RequestsPerMinute"/>.</summary>
    public int? Burst { get; init; }

    /// <summary>Tokens a minute, of prompts and replies together.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>Requests in any 24 hours.</summary>
    public int? RequestsPerDay { get; init; }

    /// <summary>Requests under way at once.</summary>
    public int? Concurrency { get; init; }
}
