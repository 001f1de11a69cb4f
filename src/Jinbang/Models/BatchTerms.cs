namespace Jinbang.Models;

/// <summary>How and at what price a provider takes batches.</summary>
/// <param name="Form">The form of its interface.</param>
public sealed record BatchTerms(BatchForm Form)
{
    /// <summary>Where each request of a file says that it goes; the provider asks for it even where the file could go nowhere else.</summary>
    public string Url { get; init; } = "/v1/chat/completions";

    /// <summary>Most requests of one batch.</summary>
    public int MostRequests { get; init; } = 50_000;

    /// <summary>Most bytes of one batch.</summary>
    public long MostBytes { get; init; } = 100_000_000;

    /// <summary>Share of the list price that is billed, from 0 to 1.</summary>
    public decimal PriceShare { get; init; } = 0.5m;

    /// <summary>By when answers are wanted, as the provider spells it.</summary>
    public string Window { get; init; } = "24h";

    /// <summary>Reads the mapping <c>batch</c> of a provider's entry; null when the entry has none.</summary>
    /// <exception cref="BadInputException">A value is missing or not what it should be; names the line.</exception>
    internal static BatchTerms? Read(YamlMap entry)
    {
        if (entry.Map("batch", "form", "url", "requests", "megabytes", "price-share", "window") is not { } map)
        {
            return null;
        }

        var form = map.Parsed<BatchForm>("form", new("openai-files or anthropic", "openai-files 或 anthropic"), FormOf) ?? throw map.Missing("form");
        var usual = new BatchTerms(form);
        return usual with
        {
            Url = map.Text("url") ?? usual.Url,
            MostRequests = (int?)Whole(map, "requests") ?? usual.MostRequests,
            MostBytes = Whole(map, "megabytes") * 1_000_000 ?? usual.MostBytes,
            PriceShare = map.Parsed<decimal>("price-share", new("a share from 0 to 1", "0 到 1 的占比"), ShareOf) ?? usual.PriceShare,
            Window = map.Text("window") ?? usual.Window,
        };
    }

    private static BatchForm? FormOf(string text) => text switch
    {
        "openai-files" => BatchForm.OpenAiFiles,
        "anthropic" => BatchForm.Anthropic,
        _ => null,
    };

    private static decimal? ShareOf(string text) =>
        decimal.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var share) && share <= 1
            ? share
            : null;

    private static long? Whole(YamlMap map, string key) => map.Parsed<long>(
        key, new("a whole number from 1 to 1000000", "1 到 1000000 的整数"), text => long.TryParse(text, out var number) && number is > 0 and <= 1_000_000 ? number : null);
}
