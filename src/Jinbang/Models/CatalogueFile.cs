namespace Jinbang.Models;

/// <summary>Reads catalogue files: providers, models and exchange rates, laid over what is already known.</summary>
/// <remarks>An entry replaces only the fields it gives, so that a user's file can change one price or one address.</remarks>
internal sealed class CatalogueFile(CatalogueEntries known)
{
    /// <summary>Reads one file over what is known.</summary>
    /// <exception cref="BadInputException">The file is not what a catalogue should be; names its line.</exception>
    public void Read(TextReader text, string file)
    {
        var root = YamlMap.Parse(text, file, "providers", "models", "rates");
        foreach (var entry in root?.Maps("providers", ProviderYaml.Keys) ?? [])
        {
            Put(known.Providers, ProviderYaml.Read(entry, known.Providers), it => it.Name);
        }

        foreach (var entry in root?.Maps("models", ModelYaml.Keys) ?? [])
        {
            Put(known.Models, ModelYaml.Read(entry, known), it => it.Name);
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

    private static ExchangeRate ReadRate(YamlMap entry) => new(
        entry.Required("currency"),
        entry.Number("yuan") ?? throw entry.Missing("yuan"),
        entry.Date("date") ?? throw entry.Missing("date"),
        entry.Required("source"));
}
