using System.Globalization;
using Jinbang.Models;

namespace Jinbang.Tests.Models.SeedBoard;

/// <summary>Whether a seed row's cost lies between its tokens at the price of prompts and its tokens at the price of replies.</summary>
internal static class SeedCost
{
    // The rates and the day that the seed board was made by.
    private static readonly DateOnly Day = new(2025, 8, 31);
    private static readonly ExchangeRate Dollar = new("USD", 7.25m, Day, "the seed board");
    private static readonly ExchangeRate Yuan = new("CNY", 1, Day, "the yuan itself");

    // The board rounds to tenths of a yuan; beyond that, 3 % are allowed.
    private const decimal Rounding = 0.05m;
    private const decimal Tolerance = 0.03m;

    // What no price in the catalogue explains, as far as it could be found out.
    private static readonly Dictionary<string, string> Known = new()
    {
        ["kimi-latest-8k"] = "12 yuan for both would fit, which is what the 8k context cost until April 2025: an old price",
        ["360gpt2-o1"] = "four times what its known price allows at the most; the board may have had another price",
        ["ERNIE-4.5-21B-A3B"] = "the board has it as free; its provider gave new open models away for a while",
    };

    /// <summary>The table's row of a seed row whose cost does not fit the price of the preferred provider; null when it fits,
    /// has no cost, or has no price.</summary>
    public static string? Finding(SeedRow row, Catalogue catalogue)
    {
        if (row is not { Tokens: { } tokens, CostPerThousand: { } cost }
            || catalogue.Listed(row.Name) is not { } listed
            || listed.PriceAt(null, Day) is not { } price
            || Ratio(tokens, cost, price) is not { } ratio)
        {
            return null;
        }

        return $"| {listed.Name} | {ratio.ToString("0.00", CultureInfo.InvariantCulture)} | {Why(listed, tokens, cost)} |";
    }

    /// <summary>Whether a row has tokens and a cost, but the catalogue no price for it.</summary>
    public static bool IsUnpriced(SeedRow row, Catalogue catalogue) =>
        row is { Tokens: not null, CostPerThousand: not null } && catalogue.Listed(row.Name)?.PriceAt(null, Day) is null;

    private static string Why(ListedModel listed, int tokens, decimal cost)
    {
        var prices = listed.Prices.Where(price => price.Price.Date <= Day).ToList();
        return prices.FirstOrDefault(price => Ratio(tokens, cost, listed.PriceAt(price.Provider, Day)!) is null) is { } host
            ? $"the price of `{host.Provider}` fits"
            : prices.FirstOrDefault(price => Ratio(tokens, cost, price.Thinking) is null) is { } wrongMode
            ? $"the price that `{wrongMode.Provider}` asks while it thinks fits, but this is the mode that does not"
            : Known[listed.Name];
    }

    // How far above the upper or below the lower bound the cost is; null when it lies between them.
    private static decimal? Ratio(int tokens, decimal cost, Price price)
    {
        var rate = (price with { Exchange = price.Currency == "CNY" ? Yuan : Dollar }).InYuan()!;
        var reached = rate.Tiers.Where(tier => tier.Over < tokens && tier.OverOutput < tokens).Select(tier => tier.Rate).Prepend(rate).ToList();
        var (least, most) = (tokens * reached.Min(tier => tier.Input) / 1000, tokens * reached.Max(tier => tier.Output) / 1000);
        return cost + Rounding < least * (1 - Tolerance) ? cost / least
            : cost - Rounding > most * (1 + Tolerance) ? cost / most
            : null;
    }
}
