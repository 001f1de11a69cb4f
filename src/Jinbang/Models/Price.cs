namespace Jinbang.Models;

/// <summary>A list price, per million tokens, as published on a date.</summary>
/// <param name="InputPerMillion">Price of a million prompt tokens in <paramref name="Currency"/>.</param>
/// <param name="OutputPerMillion">Price of a million reply tokens, thinking included, in <paramref name="Currency"/>.</param>
/// <param name="Currency">ISO 4217 code, such as CNY or USD.</param>
/// <param name="Date">The day the price was read.</param>
/// <param name="Source">Where it was published.</param>
public sealed record Price(
    decimal InputPerMillion, decimal OutputPerMillion, string Currency, DateOnly Date, string Source)
{
    /// <summary>Price of a million cached prompt tokens; null when they cost the same as others.</summary>
    public decimal? CachedInputPerMillion { get; init; }

    /// <summary>What longer calls cost instead, shortest first; the last that a call reaches counts. Null for none.</summary>
    public IReadOnlyList<PriceTier>? Tiers { get; init; }

    /// <summary>The share of the price that a call in a batch costs; null when no batch price is known.</summary>
    public decimal? Batch { get; init; }

    /// <summary>What a unit of its currency is worth in yuan; null when unknown.</summary>
    public ExchangeRate? Exchange { get; init; }

    /// <summary>The price in yuan; null when its currency's worth is unknown.</summary>
    public Rate? InYuan() => Exchange is { Yuan: var yuan }
        ? Exchanged(InputPerMillion, CachedInputPerMillion, OutputPerMillion, yuan) with
        {
            Mark = CostMark.Of(this, Exchange),
            Tiers = [.. (Tiers ?? []).Select(tier => new RateTier(tier.Over, tier.OverOutput, Exchanged(tier.Input, tier.CachedInput, tier.Output, yuan)))],
        }
        : null;

    private static Rate Exchanged(decimal input, decimal? cachedInput, decimal output, decimal yuan) =>
        new(input * yuan, (cachedInput ?? input) * yuan, output * yuan);
}
