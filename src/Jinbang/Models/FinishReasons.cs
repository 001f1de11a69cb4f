namespace Jinbang.Models;

/// <summary>The words by which providers tell why a reply ended.</summary>
internal static class FinishReasons
{
    /// <summary>How asking ended by such a word; null and unknown words are a full reply.</summary>
    public static Outcome OutcomeOf(string? finish) => finish?.ToLowerInvariant() switch
    {
        "length" or "max_tokens" or "max_output_tokens" or "model_length" => Outcome.CutOff,
        "content_filter" or "refusal" or "sensitive" or "safety" => Outcome.Refused,
        _ => Outcome.Replied,
    };
}
