using System.Globalization;

namespace Jinbang.Models;

/// <summary>Reads a price of a model's entry.</summary>
internal static class PriceYaml
{
    /// <summary>The keys of a price.</summary>
    public static readonly string[] Keys =
        ["provider", "input", "cached-input", "output", "thinking-output", "tiers", "batch", "currency", "date", "source"];

    private static readonly string[] TierKeys = ["over", "over-output", "input", "cached-input", "output", "thinking-output"];

    /// <summary>The price of an entry.</summary>
    /// <exception cref="BadInputException">It is not what it should be; names the line.</exception>
    public static ListedPrice Read(YamlMap entry, CatalogueEntries known)
    {
        var provider = entry.Required("provider");
        known.RequireProvider(entry, "provider", provider);
        var tiers = entry.Maps("tiers", TierKeys).ToArray();
        var price = new Price(
            Required(entry, "input"), Required(entry, "output"), entry.Required("currency"), entry.Date("date") ?? throw entry.Missing("date"), entry.Required("source"))
        {
            CachedInputPerMillion = entry.Number("cached-input"),
            Batch = entry.Parsed<decimal>("batch", new("a share such as 0.5", "0.5 这样的比例"), Share),
            Tiers = tiers.Length == 0 ? null : [.. tiers.Select(tier => Tier(tier, "output"))],
        };
        return new ListedPrice(provider, price)
        {
            Thinking = price with
            {
                OutputPerMillion = entry.Number("thinking-output") ?? price.OutputPerMillion,
                Tiers = tiers.Length == 0 ? null : [.. tiers.Select(tier => Tier(tier, "thinking-output"))],
            },
        };
    }

    private static PriceTier Tier(YamlMap tier, string output) => new(
        Tokens(tier, "over"), Tokens(tier, "over-output"), Required(tier, "input"), tier.Number(output) ?? Required(tier, "output"))
    {
        CachedInput = tier.Number("cached-input"),
    };

    private static decimal Required(YamlMap entry, string key) => entry.Number(key) ?? throw entry.Missing(key);

    private static int Tokens(YamlMap tier, string key) => tier.Parsed<int>(
        key,
        new("a whole number of tokens", "整数个 token"),
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var tokens) ? tokens : null) ?? 0;

    private static decimal? Share(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 1 ? share : null;
}
