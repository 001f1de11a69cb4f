using System.Globalization;

namespace Jinbang.Models.Providers;

/// <summary>Sorts a provider's answer into the kind of fault it is.</summary>
internal static class FaultKinds
{
    // What providers of the dialect call an empty account; several send it with 403 or 429.
    private static readonly string[] Quota =
    [
        "insufficient_quota", "insufficient_balance", "insufficient balance", "balance is insufficient", "exceeded_current_quota",
        "AccountOverdue", "Arrearage", "余额不足", "欠费",
        // Google names the quota that is used up; one of a day is not worth waiting for.
        "PerDayPerProject",
    ];

    private static readonly string[] Withheld =
        ["content_filter", "content_policy", "data_inspection_failed", "DataInspectionFailed", "SensitiveContent"];

    private static readonly string[] TooLong =
        ["context_length_exceeded", "string_above_max_length", "maximum context length", "context window", "prompt is too long"];

    private static readonly string[] Limit = ["rate_limit", "rate limit", "too many requests"];
    private static readonly string[] Server = ["server_error", "overloaded", "unavailable", "internal"];
    private static readonly string[] Key = ["invalid_api_key", "authentication", "unauthorized", "permission"];
    private static readonly string[] Request = ["invalid_request", "model_not_found", "not_found"];

    /// <summary>The kind that a provider's own code or words, or else an HTTP status and its body, tell of.</summary>
    public static FaultKind Of(int status, ErrorBody error, Provider provider) => Meaning(error, provider)?.Kind ?? Of(status, error);

    // Words count where a message begins with them: it may quote the question.
    private static ErrorMeaning? Meaning(ErrorBody error, Provider provider) =>
        provider.ErrorMessages.FirstOrDefault(known => error.Message.StartsWith(known.Key, StringComparison.OrdinalIgnoreCase)).Value
        ?? error.Code.Split(' ').Select(provider.ErrorCodes.GetValueOrDefault).FirstOrDefault(meaning => meaning is not null);

    /// <summary>The kind that an HTTP status and its body tell of, whoever sent them.</summary>
    public static FaultKind Of(int status, ErrorBody error) => status switch
    {
        // A refused request may quote the question, so only its code tells of money.
        >= 400 and < 500 when error.Says(Quota, codeOnly: status is not (403 or 429)) => FaultKind.QuotaExhausted,
        401 or 403 => FaultKind.Unauthorized,
        402 => FaultKind.QuotaExhausted,
        429 => FaultKind.RateLimited,
        408 or >= 500 => FaultKind.ServerError,
        400 or 413 or 422 when error.Says(TooLong, codeOnly: false) => FaultKind.PromptTooLong,
        >= 200 and < 300 => OfBody(error),
        _ => FaultKind.BadRequest,
    };

    /// <summary>Whether a refused request means that the provider will not let this question or its reply through.</summary>
    public static bool IsWithheld(int status, ErrorBody error, Provider provider) =>
        Meaning(error, provider) is { } meaning ? meaning.Kind is null : status is 200 or 400 or 403 or 422 && error.Says(Withheld, codeOnly: true);

    // An error inside a successful answer carries a status as its code, or a word.
    private static FaultKind OfBody(ErrorBody error)
    {
        var status = error.Code.Split(' ')
            .Select(word => int.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .FirstOrDefault(number => number is >= 400 and < 600);
        return status > 0 ? Of(status, error)
            : error.Says(Quota, codeOnly: false) ? FaultKind.QuotaExhausted
            : error.Says(Limit, codeOnly: false) ? FaultKind.RateLimited
            : error.Says(Key, codeOnly: true) ? FaultKind.Unauthorized
            : error.Says(Server, codeOnly: true) ? FaultKind.ServerError
            : error.Says(TooLong, codeOnly: false) ? FaultKind.PromptTooLong
            : error.Says(Request, codeOnly: true) ? FaultKind.BadRequest
            : FaultKind.Malformed;
    }
}
