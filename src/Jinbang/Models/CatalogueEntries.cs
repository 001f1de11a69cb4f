namespace Jinbang.Models;

/// <summary>A catalogue while its files are being read: entries by name, case aside, in the order of the files.</summary>
internal sealed class CatalogueEntries
{
    public Dictionary<string, Provider> Providers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, ListedModel> Models { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Each currency's rates by their days.</summary>
    public Dictionary<string, SortedList<DateOnly, ExchangeRate>> Rates { get; } = new(StringComparer.OrdinalIgnoreCase);
}
