namespace Jinbang.Models;

/// <summary>The words by which providers tell why a reply ended.</summary>
internal static class FinishReasons
{
    /// <summary>How asking ended by such a word; null and unknown words are a full reply.</summary>
    /// <param name="finish">The word.</param>
    /// <param name="own">What it means to this provider.</param>
    public static Outcome OutcomeOf(string? finish, IReadOnlyDictionary<string, Outcome> own) =>
        finish is not null && own.TryGetValue(finish, out var outcome) ? outcome : OutcomeOf(finish);

    /// <summary>Whether such a word means that the provider broke off.</summary>
    public static bool IsBreak(string? finish, IReadOnlyDictionary<string, Outcome> own) =>
        finish is "insufficient_system_resource" or "error" or "failed" || (finish is not null && own.GetValueOrDefault(finish) == Outcome.Failed);

    /// <summary>How asking ended by such a word, whoever said it; null and unknown words are a full reply.</summary>
    public static Outcome OutcomeOf(string? finish) => finish?.ToLowerInvariant() switch
    {
        "length" or "max_tokens" or "max_output_tokens" or "model_length" or "model_context_window_exceeded" => Outcome.CutOff,
        "content_filter" or "refusal" or "sensitive" or "safety" or "prohibited_content" or "blocklist" or "spii" or "recitation" => Outcome.Refused,
        _ => Outcome.Replied,
    };
}
