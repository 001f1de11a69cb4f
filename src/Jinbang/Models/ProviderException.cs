namespace Jinbang.Models;

/// <summary>A provider gave no usable reply. Never holds a key.</summary>
public sealed class ProviderException(FaultKind kind, Phrase problem, TimeSpan? retryAfter = null, Exception? cause = null)
    : Exception(problem.English, cause)
{
    /// <summary>Why.</summary>
    public FaultKind Kind { get; } = kind;

    /// <summary>What is wrong and what to do, in both languages.</summary>
    public Phrase Problem { get; } = problem;

    /// <summary>How long the provider asks to wait before the next call; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Whether the call may have been billed although it brought no reply; in doubt it may.</summary>
    public bool MayHaveBeenBilled { get; init; } = kind switch
    {
        FaultKind.Timeout or FaultKind.Malformed or FaultKind.Connection => true,
        FaultKind.RateLimited or FaultKind.ServerError or FaultKind.Unauthorized or FaultKind.QuotaExhausted
            or FaultKind.BadRequest or FaultKind.PromptTooLong => false,
    };

    /// <summary>Whether the same call would end the same way, whatever its kind.</summary>
    public bool WouldRecur { get; init; }

    /// <summary>Whether the provider says that it has too much to do (503, 529).</summary>
    public bool IsOverload { get; init; }

    /// <summary>Whether the same call may succeed later.</summary>
    public bool IsPassing => !WouldRecur && Kind switch
    {
        FaultKind.RateLimited or FaultKind.ServerError or FaultKind.Timeout or FaultKind.Connection or FaultKind.Malformed => true,
        FaultKind.Unauthorized or FaultKind.QuotaExhausted or FaultKind.BadRequest or FaultKind.PromptTooLong => false,
    };

    /// <summary>Whether the model need not be asked anything more.</summary>
    public bool EndsModel => Kind switch
    {
        FaultKind.Unauthorized or FaultKind.QuotaExhausted or FaultKind.BadRequest => true,
        FaultKind.RateLimited or FaultKind.ServerError or FaultKind.Timeout or FaultKind.Connection or FaultKind.Malformed
            or FaultKind.PromptTooLong => false,
    };
}
