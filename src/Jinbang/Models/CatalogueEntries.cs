namespace Jinbang.Models;

/// <summary>A catalogue while its files are being read: entries by name, case aside, in the order of the files.</summary>
internal sealed class CatalogueEntries
{
    public Dictionary<string, Provider> Providers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, ListedModel> Models { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Each currency's rates by their days.</summary>
    public Dictionary<string, SortedList<DateOnly, ExchangeRate>> Rates { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Values under providers' names, whose names must be known; null for null.</summary>
    /// <exception cref="BadInputException">A provider is unknown; names the line.</exception>
    public IReadOnlyDictionary<string, T>? OfProviders<T>(YamlMap entry, string key, IReadOnlyDictionary<string, T>? values)
    {
        foreach (var provider in values?.Keys.Where(name => name != ModelFacts.Everyone) ?? [])
        {
            RequireProvider(entry, key, provider);
        }

        return values;
    }

    /// <exception cref="BadInputException">The provider is unknown; names the line.</exception>
    public void RequireProvider(YamlMap entry, string key, string provider)
    {
        if (!Providers.ContainsKey(provider))
        {
            var meant = Spelling.Nearest(provider, Providers.Keys) ?? string.Join(", ", Providers.Keys);
            throw entry.Wrong(key, provider, new($"a known provider, perhaps {meant}", $"已知的服务商，例如 {meant}"));
        }
    }
}
