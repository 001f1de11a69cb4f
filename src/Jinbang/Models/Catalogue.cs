namespace Jinbang.Models;

/// <summary>What is known about providers, models, prices and exchange rates; data, never code.</summary>
public sealed class Catalogue
{
    private const string ModelsFolder = "catalogue/models/";

    // The seed board's mark of a newcomer, which is no part of the name.
    private const string Newcomer = "(new)";

    private readonly CatalogueEntries entries;
    private readonly Dictionary<string, ListedModel> byAnyName = new(StringComparer.OrdinalIgnoreCase);

    private Catalogue(CatalogueEntries entries)
    {
        this.entries = entries;
        ShareNames();
        // A name outweighs an alias, and an alias what some provider calls it.
        Index(model => [model.Name]);
        Index(model => model.Aliases);
        Index(model => model.Ids.Values);
    }

    /// <summary>Every provider, in the order of the files.</summary>
    public IReadOnlyCollection<Provider> Providers => entries.Providers.Values;

    /// <summary>Every model, in its usual mode, in the order of the files.</summary>
    public IReadOnlyCollection<ListedModel> Models => entries.Models.Values;

    /// <summary>Reads the catalogue that comes with the program, and a user's files over it.</summary>
    /// <param name="userFile">A YAML file of the same form, whose fields replace the program's; null for none.</param>
    /// <param name="ratesFile">A further one, for exchange rates; null for none.</param>
    /// <exception cref="BadInputException">A user's file is missing or not what it should be; names its line.</exception>
    public static Catalogue Load(string? userFile, string? ratesFile = null)
    {
        var entries = new CatalogueEntries();
        var reader = new CatalogueFile(entries);
        foreach (var part in Parts())
        {
            using var text = new StreamReader(typeof(Catalogue).Assembly.GetManifestResourceStream(part)!);
            reader.Read(text, part);
        }

        foreach (var file in new[] { userFile, ratesFile }.OfType<string>())
        {
            using var text = Open(file);
            reader.Read(text, file);
        }

        return new Catalogue(entries);
    }

    /// <summary>The model with this name, alias or provider's id, as the preferred provider serves it; null when unknown.</summary>
    public Model? Find(string name) => Listed(name)?.At(null);

    /// <summary>The model with this name, alias or provider's id, as the given provider serves it; null when unknown.</summary>
    public Model? Find(string name, string provider) => Listed(name)?.At(provider);

    /// <summary>All that is known about the model with this name, alias or provider's id, in the mode that the name stands for;
    /// null when unknown. A board's mark "(new)" is no part of the name.</summary>
    public ListedModel? Listed(string name) =>
        byAnyName.GetValueOrDefault(name.EndsWith(Newcomer, StringComparison.Ordinal) ? name[..^Newcomer.Length].TrimEnd() : name);

    /// <summary>The provider with this name, or null.</summary>
    public Provider? Provider(string name) => entries.Providers.GetValueOrDefault(name);

    /// <summary>What to throw when no provider has this name.</summary>
    public BadInputException NoProvider(string name)
    {
        var names = entries.Providers.Keys;
        var meant = Spelling.Nearest(name, names) ?? string.Join(", ", names);
        return new(new(
            $"There is no provider '{name}'. Known, or meant: {meant}; or give an address such as http://127.0.0.1:8000/v1.",
            $"没有服务商“{name}”。可用：{meant}；也可直接给出 http://127.0.0.1:8000/v1 这样的地址。"));
    }

    /// <summary>A currency's worth in yuan on a day, by the newest rate not after it, or by the first where all are after it;
    /// null when unknown.</summary>
    public ExchangeRate? Exchange(string currency, DateOnly day) => entries.Rates.GetValueOrDefault(currency)?.Values is { } rates
        ? rates.LastOrDefault(rate => rate.Date <= day, rates[0])
        : null;

    /// <summary>The model with its price's currency exchanged at the rate of a day.</summary>
    public Model Priced(Model model, DateOnly day) => model.Price is { } price
        ? model with { Price = price with { Exchange = Exchange(price.Currency, day) } }
        : model;

    // Models name providers, which must be known before them.
    private static IEnumerable<string> Parts() =>
    [
        "catalogue/providers.yaml",
        .. typeof(Catalogue).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(ModelsFolder, StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        "catalogue/fx.yaml",
    ];

    private static StreamReader Open(string file)
    {
        try
        {
            return new StreamReader(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new($"Cannot read the catalogue {file}.", $"无法读取模型目录 {file}。"), fault);
        }
    }

    // A provider that is like another calls its models, and tells them to think, as that one does.
    private void ShareNames()
    {
        foreach (var provider in entries.Providers.Values.Where(provider => provider.Like is not null))
        {
            foreach (var model in entries.Models.Values.Where(model => model.Ids.ContainsKey(provider.Like!) && !model.Ids.ContainsKey(provider.Name)).ToList())
            {
                var ids = new Dictionary<string, string>(model.Ids) { [provider.Name] = model.Ids[provider.Like!] };
                var switches = new Dictionary<string, ThinkingSwitch>(model.Switches);
                if (switches.TryGetValue(provider.Like!, out var alike))
                {
                    switches.TryAdd(provider.Name, alike);
                }

                entries.Models[model.Name] = model with { Ids = ids, Switches = switches };
            }
        }
    }

    private void Index(Func<ListedModel, IEnumerable<string>> namesOf)
    {
        foreach (var model in entries.Models.Values.SelectMany(model => model.Modes))
        {
            foreach (var name in namesOf(model))
            {
                byAnyName.TryAdd(name, model);
            }
        }
    }
}
