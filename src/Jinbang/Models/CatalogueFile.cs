namespace Jinbang.Models;

/// <summary>Reads catalogue files: providers, models and exchange rates, laid over what is already known.</summary>
/// <remarks>An entry replaces only the fields it gives, so that a user's file can change one price or one address.</remarks>
internal sealed class CatalogueFile(CatalogueEntries known)
{
    private static readonly string[] ModelKeys = ["name", "house", "openness", "aliases", "ids", "extra-fields", "prices"];

    private static readonly string[] PriceKeys = ["provider", "input", "cached-input", "output", "currency", "date", "source"];

    /// <summary>Reads one file over what is known.</summary>
    /// <exception cref="BadInputException">The file is not what a catalogue should be; names its line.</exception>
    public void Read(TextReader text, string file)
    {
        var root = YamlMap.Parse(text, file, "providers", "models", "rates");
        foreach (var entry in root?.Maps("providers", ProviderYaml.Keys) ?? [])
        {
            Put(known.Providers, ProviderYaml.Read(entry, known.Providers), it => it.Name);
        }

        foreach (var entry in root?.Maps("models", ModelKeys) ?? [])
        {
            Put(known.Models, ReadModel(entry, known.Models.GetValueOrDefault(entry.Required("name"))), it => it.Name);
        }

        foreach (var entry in root?.Maps("rates", "currency", "yuan", "date", "source") ?? [])
        {
            Put(ReadRate(entry));
        }
    }

    private void Put(ExchangeRate rate)
    {
        known.Rates.TryAdd(rate.Currency, []);
        known.Rates[rate.Currency][rate.Date] = rate;
    }

    private static void Put<T>(Dictionary<string, T> all, T entry, Func<T, string> name) => all[name(entry)] = entry;

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
            ExtraFields = JsonFields.Read(entry, "extra-fields") ?? old.ExtraFields,
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

    private static Openness? ReadOpenness(string text) => text switch
    {
        "open" => Openness.Open,
        "commercial" => Openness.Commercial,
        _ => null,
    };
}
