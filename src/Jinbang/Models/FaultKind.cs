namespace Jinbang.Models;

/// <summary>Why a provider gave no usable reply.</summary>
public enum FaultKind
{
    /// <summary>Too many requests (429).</summary>
    RateLimited,

    /// <summary>The provider failed or is overloaded (5xx).</summary>
    ServerError,

    /// <summary>No answer in time, or a stall in mid-reply.</summary>
    Timeout,

    /// <summary>The connection was refused, cut, or could not be made secure.</summary>
    Connection,

    /// <summary>What came back is not what the dialect says.</summary>
    Malformed,

    /// <summary>The key is missing, wrong, or may not use this model (401, 403).</summary>
    Unauthorized,

    /// <summary>The account has no money or quota left (402, insufficient_quota).</summary>
    QuotaExhausted,

    /// <summary>The provider refuses the request as it stands (400, 404, 422).</summary>
    BadRequest,

    /// <summary>The prompt is longer than the model can take; other prompts may not be.</summary>
    PromptTooLong,
}
