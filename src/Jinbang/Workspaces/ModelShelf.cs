using Jinbang.Models;

namespace Jinbang.Workspaces;

/// <summary>Describes the catalogue's models to people.</summary>
/// <param name="catalogue">The catalogue.</param>
/// <param name="hasKey">Whether a provider needs a key that is here.</param>
/// <param name="today">The day whose exchange rates count.</param>
public sealed class ModelShelf(Catalogue catalogue, Func<string, bool> hasKey, DateOnly today)
{
    /// <summary>Every model in every mode, in the catalogue's order.</summary>
    public IEnumerable<ListedModel> All => catalogue.Models.SelectMany(model => model.Modes);

    /// <summary>The model with this name, alias or provider's id, in the mode that the name stands for; null when unknown.</summary>
    public ListedModel? Find(string name) => catalogue.Listed(name);

    /// <summary>What a list says of a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="provider">Whose price to tell; null for whom a run would ask.</param>
    public ModelLine Line(ListedModel model, string? provider)
    {
        var hosts = model.HostsOn(today).ToList();
        var keys = hosts.Where(hasKey).ToList();
        var served = catalogue.Priced(model.At(provider ?? keys.FirstOrDefault()), today);
        return new ModelLine(model.Name, model.House, model.Openness)
        {
            Aliases = [.. model.Aliases.Where(alias => alias != model.Name)],
            Parameters = model.Facts.Parameters,
            ActiveParameters = model.Facts.ActiveParameters,
            Context = model.Facts.Context,
            Habit = model.Habit,
            Thinks = model.Thinks,
            PricedBy = served.Provider,
            Input = served.Price?.InputPerMillion,
            Output = served.Price?.OutputPerMillion,
            Currency = served.Price?.Currency,
            PriceDate = served.Price?.Date,
            OutputYuan = served.Price?.InYuan()?.Output,
            Providers = hosts,
            Keys = keys,
            Released = model.Facts.Released,
            IsRetired = hosts.Count == 0 && model.Facts.Retired.Count > 0,
        };
    }

    /// <summary>All that is known of a model.</summary>
    public ModelCard Card(ListedModel model) => new(
        Line(model, null),
        [.. catalogue.Models.First(listed => listed.Modes.Any(mode => mode.Name == model.Name)).Modes.Select(mode => mode.Name).Where(name => name != model.Name)],
        model.Facts.Output,
        model.Facts.Modalities,
        [.. LimitsOf(model)],
        model.ExtraFields,
        model.Facts.Known,
        [.. model.HostsOn(DateOnly.MinValue).Select(host => Host(model, host))],
        [.. model.Prices.GroupBy(price => price.Provider).SelectMany(own => own.OrderByDescending(price => price.Price.Date)).Select(price => Price(model, price))]);

    private HostLine Host(ListedModel model, string provider)
    {
        var (known, served) = (catalogue.Provider(provider), model.At(provider));
        var fields = served.Thinking is { } thinks ? (served.ThinkingSwitch ?? known?.Thinking)?.Fields(thinks) : null;
        return new HostLine(provider, known?.Title ?? provider, served.Id, known?.KeyVariable, hasKey(provider), fields, model.Facts.RetiredAt(provider));
    }

    private PriceLine Price(ListedModel model, ListedPrice listed)
    {
        var price = model.Thinks is true ? listed.Thinking : listed.Price;
        price = price with { Exchange = catalogue.Exchange(price.Currency, today) };
        return new PriceLine(listed.Provider, price, price.InYuan()?.Output);
    }

    private static IEnumerable<ModelLimit> LimitsOf(ListedModel model) => new (bool Holds, ModelLimit Limit)[]
    {
        (model.RefusesTemperature, ModelLimit.NoTemperature),
        (model.RefusesSystemPrompt, ModelLimit.NoSystemPrompt),
        (model.StreamsOnly, ModelLimit.StreamsOnly),
    }.Where(it => it.Holds).Select(it => it.Limit);
}
