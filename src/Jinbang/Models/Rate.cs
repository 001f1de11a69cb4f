namespace Jinbang.Models;

/// <summary>A model's price in yuan per million tokens, after exchange.</summary>
/// <param name="Input">Yuan for a million prompt tokens.</param>
/// <param name="CachedInput">Yuan for a million prompt tokens served from the provider's cache.</param>
/// <param name="Output">Yuan for a million reply tokens, thinking included.</param>
public sealed record Rate(decimal Input, decimal CachedInput, decimal Output)
{
    /// <summary>Names the dated price that this one comes from, as <see cref="Reply.CostBy"/> keeps it; null when it comes from none.</summary>
    public string? Mark { get; init; }

    /// <summary>The rates of longer calls, shortest first; the last that a call reaches counts.</summary>
    public IReadOnlyList<RateTier> Tiers { get; init; } = [];

    /// <summary>Whether no call costs anything.</summary>
    public bool IsFree => (Input, CachedInput, Output) == (0, 0, 0) && Tiers.All(tier => tier.Rate.IsFree);

    private const decimal Million = 1_000_000;

    /// <summary>Tokens that chat templates put around a prompt, at the most.</summary>
    private const int Wrapping = 64;

    /// <summary>The rate of a call with so many tokens.</summary>
    public Rate For(int prompt, int completion) => Reached(prompt, completion).Last();

    /// <summary>The yuan that these tokens cost.</summary>
    public decimal Of(TokenUsage usage)
    {
        var rate = For(usage.Prompt, usage.Completion);
        var cached = usage.Cached ?? 0;
        return (((usage.Prompt - cached) * rate.Input) + (cached * rate.CachedInput) + (usage.Completion * rate.Output)) / Million;
    }

    /// <summary>What a call costs in a batch.</summary>
    /// <param name="share">The share of the price that is billed, from 0 to 1.</param>
    public Rate InBatch(decimal share) => new(Input * share, CachedInput * share, Output * share)
    {
        Mark = Mark is null ? null : CostMark.InBatch(Mark, share),
        Tiers = [.. Tiers.Select(tier => tier with { Rate = tier.Rate.InBatch(share) })],
    };

    /// <summary>The most yuan that asking this can cost: no tokenizer makes more tokens than the text has bytes, and a call
    /// that turns out shorter may be in a dearer tier than the longest.</summary>
    public decimal WorstCase(Prompt prompt, int maxOutputTokens)
    {
        var most = prompt.Bytes + Wrapping;
        return Reached(most, maxOutputTokens).Max(rate => (most * Math.Max(rate.Input, rate.CachedInput)) + (maxOutputTokens * rate.Output)) / Million;
    }

    private IEnumerable<Rate> Reached(int prompt, int completion) =>
        Tiers.Where(tier => prompt > tier.Over && completion > tier.OverOutput).Select(tier => tier.Rate).Prepend(this);
}
