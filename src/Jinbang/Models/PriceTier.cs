namespace Jinbang.Models;

/// <summary>What a whole call costs when it is longer than so much, per million tokens in the price's currency.</summary>
/// <param name="Over">Prompt tokens that the call must have more of.</param>
/// <param name="OverOutput">Reply tokens that the call must have more of.</param>
/// <param name="Input">Price of a million prompt tokens.</param>
/// <param name="Output">Price of a million reply tokens, thinking included.</param>
public sealed record PriceTier(int Over, int OverOutput, decimal Input, decimal Output)
{
    /// <summary>Price of a million cached prompt tokens; null when they cost the same as others.</summary>
    public decimal? CachedInput { get; init; }
}
