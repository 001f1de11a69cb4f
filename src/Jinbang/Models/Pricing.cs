namespace Jinbang.Models;

/// <summary>What tokens cost.</summary>
public static class Pricing
{
    /// <summary>The yuan that a call cost.</summary>
    /// <param name="usage">The call's tokens; null when unknown.</param>
    /// <param name="price">The model's list price; null when unknown.</param>
    /// <param name="yuanPerUnit">Yuan for one unit of the price's currency; null when unknown.</param>
    /// <returns>The cost, or null when any part of it is unknown.</returns>
    public static decimal? CostOf(TokenUsage? usage, Price? price, decimal? yuanPerUnit)
    {
        if (usage is null || price is null || yuanPerUnit is not { } rate)
        {
            return null;
        }

        var cached = usage.Cached ?? 0;
        var amount = ((usage.Prompt - cached) * price.InputPerMillion)
            + (cached * (price.CachedInputPerMillion ?? price.InputPerMillion))
            + (usage.Completion * price.OutputPerMillion);
        return amount / 1_000_000m * rate;
    }
}
