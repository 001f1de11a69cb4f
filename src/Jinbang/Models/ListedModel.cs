namespace Jinbang.Models;

/// <summary>A model as the catalogue knows it, whoever serves it.</summary>
/// <param name="Name">The name shown on boards.</param>
public sealed record ListedModel(string Name)
{
    /// <summary>Who made it (机构); empty when unknown.</summary>
    public string House { get; init; } = "";

    /// <summary>Whether its weights are published.</summary>
    public Openness Openness { get; init; }

    /// <summary>Other names by which people look for it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What each provider that serves it calls it.</summary>
    public IReadOnlyDictionary<string, string> Ids { get; init; } = new Dictionary<string, string>();

    /// <summary>Further request fields that the model needs, as a JSON object; null for none.</summary>
    public string? ExtraFields { get; init; }

    /// <summary>Its list prices: the preferred provider first; of one provider the newest date counts.</summary>
    public IReadOnlyList<ListedPrice> Prices { get; init; } = [];

    /// <summary>The model as one provider serves it.</summary>
    /// <param name="provider">The provider's name; null for the one that the catalogue prefers.</param>
    /// <remarks>The price is that provider's own or unknown: what another one asks is never borrowed.</remarks>
    public Model At(string? provider)
    {
        provider ??= Preferred;
        return new Model(Name, provider, Ids.GetValueOrDefault(provider, Name))
        {
            House = House,
            Openness = Openness,
            ExtraFields = ExtraFields,
            Price = PriceAt(provider, null),
        };
    }

    /// <summary>A provider's own list price on a day; null when unknown.</summary>
    /// <param name="provider">The provider's name; null for the one that the catalogue prefers.</param>
    /// <param name="day">The day; null for the newest price.</param>
    public Price? PriceAt(string? provider, DateOnly? day)
    {
        provider ??= Preferred;
        return Prices.Where(price => price.Provider == provider && !(price.Price.Date > day)).MaxBy(price => price.Price.Date)?.Price;
    }

    private string Preferred => Prices.Select(price => price.Provider).Concat(Ids.Keys).FirstOrDefault("");
}
