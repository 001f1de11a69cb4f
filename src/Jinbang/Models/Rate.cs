namespace Jinbang.Models;

/// <summary>A model's price in yuan per million tokens, after exchange.</summary>
/// <param name="Input">Yuan for a million prompt tokens.</param>
/// <param name="CachedInput">Yuan for a million prompt tokens served from the provider's cache.</param>
/// <param name="Output">Yuan for a million reply tokens, thinking included.</param>
public sealed record Rate(decimal Input, decimal CachedInput, decimal Output)
{
    /// <summary>Names the dated price that this one comes from, as <see cref="Reply.CostBy"/> keeps it; null when it comes from none.</summary>
    public string? Mark { get; init; }

    private const decimal Million = 1_000_000;

    /// <summary>Tokens that chat templates put around a prompt, at the most.</summary>
    private const int Wrapping = 64;

    /// <summary>The yuan that these tokens cost.</summary>
    public decimal Of(TokenUsage usage)
    {
        var cached = usage.Cached ?? 0;
        return (((usage.Prompt - cached) * Input) + (cached * CachedInput) + (usage.Completion * Output)) / Million;
    }

    /// <summary>The most yuan that asking this can cost: no tokenizer makes more tokens than the text has bytes.</summary>
    public decimal WorstCase(Prompt prompt, int maxOutputTokens) =>
        (((prompt.Bytes + Wrapping) * Input) + (maxOutputTokens * Output)) / Million;
}
