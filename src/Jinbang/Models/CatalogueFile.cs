using System.Text.Json;

namespace Jinbang.Models;

/// <summary>Reads catalogue files: providers, models and exchange rates, laid over what is already known.</summary>
/// <remarks>An entry replaces only the fields it gives, so that a user's file can change one price or one address.</remarks>
internal sealed class CatalogueFile(CatalogueEntries known)
{
    private static readonly string[] ProviderKeys =
        [
            "name", "title", "endpoint", "key-variable", "needs-key", "page", "max-tokens-field", "seed-field", "streaming", "default-model",
            "limits", "timeouts", "cost-currency", "extra-fields",
        ];

    private static readonly string[] ModelKeys = ["name", "house", "openness", "aliases", "ids", "extra-fields", "prices"];

    private static readonly string[] PriceKeys = ["provider", "input", "cached-input", "output", "currency", "date", "source"];

    /// <summary>Reads one file over what is known.</summary>
    /// <exception cref="BadInputException">The file is not what a catalogue should be; names its line.</exception>
    public void Read(TextReader text, string file)
    {
        var root = YamlMap.Parse(text, file, "providers", "models", "rates");
        foreach (var entry in root?.Maps("providers", ProviderKeys) ?? [])
        {
            Put(known.Providers, ReadProvider(entry, known.Providers.GetValueOrDefault(entry.Required("name"))), it => it.Name);
        }

        foreach (var entry in root?.Maps("models", ModelKeys) ?? [])
        {
            Put(known.Models, ReadModel(entry, known.Models.GetValueOrDefault(entry.Required("name"))), it => it.Name);
        }

        foreach (var entry in root?.Maps("rates", "currency", "yuan", "date", "source") ?? [])
        {
            Put(known.Rates, ReadRate(entry), it => it.Currency);
        }
    }

    private static void Put<T>(Dictionary<string, T> all, T entry, Func<T, string> name) => all[name(entry)] = entry;

    private static Provider ReadProvider(YamlMap entry, Provider? old)
    {
        var endpoint = old is null ? entry.Required("endpoint") : entry.Text("endpoint");
        if (endpoint is not null && !Uri.IsWellFormedUriString(endpoint, UriKind.Absolute))
        {
            throw entry.Wrong("endpoint", endpoint, new("an address such as https://api.example.com/v1", "https://api.example.com/v1 这样的地址"));
        }

        var name = old?.Name ?? entry.Required("name");
        return new Provider(name, endpoint is null ? old!.Endpoint : new Uri(endpoint))
        {
            Title = entry.Text("title") ?? old?.Title ?? name,
            KeyVariable = entry.Text("key-variable") ?? old?.KeyVariable,
            NeedsKey = entry.Flag("needs-key") ?? old?.NeedsKey ?? entry.Text("key-variable") is not null,
            Page = entry.Text("page") ?? old?.Page,
            MaxTokensField = entry.Text("max-tokens-field") ?? old?.MaxTokensField ?? "max_tokens",
            SeedField = entry.Text("seed-field") ?? old?.SeedField,
            Streaming = entry.Flag("streaming") ?? old?.Streaming ?? true,
            DefaultModel = entry.Text("default-model") ?? old?.DefaultModel,
            Limits = LimitsYaml.Read(entry.Map("limits", LimitsYaml.Keys)) ?? old?.Limits ?? PaceLimits.None,
            CostCurrency = entry.Text("cost-currency") ?? old?.CostCurrency,
            ExtraFields = ReadExtraFields(entry) ?? old?.ExtraFields,
            Timeouts = TimeLimits.Read(entry, old?.Timeouts),
        };
    }

    private ListedModel ReadModel(YamlMap entry, ListedModel? old)
    {
        old ??= new ListedModel(entry.Required("name"));
        var prices = entry.Maps("prices", PriceKeys).Select(ReadPrice).ToArray();
        return old with
        {
            House = entry.Text("house") ?? old.House,
            Openness = entry.Parsed<Openness>("openness", new("open or commercial", "open 或 commercial"), ReadOpenness) ?? old.Openness,
            Aliases = entry.Texts("aliases") ?? old.Aliases,
            Ids = ReadIds(entry) ?? old.Ids,
            ExtraFields = ReadExtraFields(entry) ?? old.ExtraFields,
            Prices = prices.Length > 0 ? prices : old.Prices,
        };
    }

    private IReadOnlyDictionary<string, string>? ReadIds(YamlMap entry)
    {
        var ids = entry.Names("ids");
        foreach (var provider in ids?.Keys ?? [])
        {
            CheckProvider(entry, "ids", provider);
        }

        return ids;
    }

    private ListedPrice ReadPrice(YamlMap entry)
    {
        var provider = entry.Required("provider");
        CheckProvider(entry, "provider", provider);
        return new ListedPrice(provider, new Price(
            entry.Number("input") ?? throw entry.Missing("input"),
            entry.Number("output") ?? throw entry.Missing("output"),
            entry.Required("currency"),
            entry.Date("date") ?? throw entry.Missing("date"),
            entry.Required("source"))
        {
            CachedInputPerMillion = entry.Number("cached-input"),
        });
    }

    private void CheckProvider(YamlMap entry, string key, string provider)
    {
        if (!known.Providers.ContainsKey(provider))
        {
            var meant = Spelling.Nearest(provider, known.Providers.Keys) ?? string.Join(", ", known.Providers.Keys);
            throw entry.Wrong(key, provider, new($"a known provider, perhaps {meant}", $"已知的服务商，例如 {meant}"));
        }
    }

    private static ExchangeRate ReadRate(YamlMap entry) => new(
        entry.Required("currency"),
        entry.Number("yuan") ?? throw entry.Missing("yuan"),
        entry.Date("date") ?? throw entry.Missing("date"),
        entry.Required("source"));

    private static string? ReadExtraFields(YamlMap entry)
    {
        var fields = entry.Text("extra-fields");
        return fields is null || IsJsonObject(fields)
            ? fields
            : throw entry.Wrong("extra-fields", fields, new("a JSON object", "JSON 对象"));
    }

    private static bool IsJsonObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Openness? ReadOpenness(string text) => text switch
    {
        "open" => Openness.Open,
        "commercial" => Openness.Commercial,
        _ => null,
    };
}
