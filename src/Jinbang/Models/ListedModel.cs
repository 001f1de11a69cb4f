namespace Jinbang.Models;

/// <summary>A model as the catalogue knows it, whoever serves it, in one of its modes.</summary>
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

    /// <summary>How large, how capable, how old and how well known it is.</summary>
    public ModelFacts Facts { get; init; } = ModelFacts.None;

    /// <summary>Whether it thinks and can be told.</summary>
    public ThinkingHabit Habit { get; init; }

    /// <summary>The name of its mode other than the usual one; null for the usual name of that mode, or when it has only one.</summary>
    public string? OtherName { get; init; }

    /// <summary>How it is told to think or not to, at providers where that is not the provider's usual way.</summary>
    public IReadOnlyDictionary<string, ThinkingSwitch> Switches { get; init; } = new Dictionary<string, ThinkingSwitch>();

    /// <summary>Whether it refuses a temperature.</summary>
    public bool RefusesTemperature { get; init; }

    /// <summary>Whether it refuses a system prompt.</summary>
    public bool RefusesSystemPrompt { get; init; }

    /// <summary>Whether its replies can only be streamed.</summary>
    public bool StreamsOnly { get; init; }

    /// <summary>Further request fields that the model needs, as a JSON object; null for none.</summary>
    public string? ExtraFields { get; init; }

    /// <summary>Its list prices: the preferred provider first; of one provider the newest date counts.</summary>
    public IReadOnlyList<ListedPrice> Prices { get; init; } = [];

    /// <summary>Whether it thinks in this mode; null when unknown.</summary>
    public bool? Thinks => Habit switch
    {
        ThinkingHabit.Unknown => null,
        ThinkingHabit.Never => false,
        ThinkingHabit.Always => true,
        ThinkingHabit.UnlessTold => !IsOther,
        ThinkingHabit.WhenTold => IsOther,
    };

    /// <summary>The model in each of its modes, the usual one first.</summary>
    public IEnumerable<ListedModel> Modes => IsSwitchable && !IsOther ? [this, InOtherMode()] : [this];

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
            Thinking = IsSwitchable ? Thinks : null,
            ThinkingSwitch = Switches.GetValueOrDefault(provider),
            RefusesTemperature = RefusesTemperature,
            RefusesSystemPrompt = RefusesSystemPrompt,
            StreamsOnly = StreamsOnly,
            ExtraFields = ExtraFields,
            Price = PriceAt(provider, null),
        };
    }

    /// <summary>Who serves it on a day, as far as is known; a price alone may be from before.</summary>
    public IEnumerable<string> HostsOn(DateOnly day) =>
        (Ids.Count > 0 ? Ids.Keys : Prices.Select(price => price.Provider).Distinct()).Where(host => !(Facts.RetiredAt(host) <= day));

    /// <summary>A provider's own list price on a day, of this mode; null when unknown.</summary>
    /// <param name="provider">The provider's name; null for the one that the catalogue prefers.</param>
    /// <param name="day">The day; null for the newest price.</param>
    public Price? PriceAt(string? provider, DateOnly? day)
    {
        provider ??= Preferred;
        var listed = Prices.Where(price => price.Provider == provider && !(price.Price.Date > day)).MaxBy(price => price.Price.Date);
        return Thinks is true ? listed?.Thinking : listed?.Price;
    }

    private bool IsOther { get; init; }

    private bool IsSwitchable => Habit is ThinkingHabit.UnlessTold or ThinkingHabit.WhenTold;

    private string Preferred => Prices.Select(price => price.Provider).Concat(Ids.Keys).FirstOrDefault("");

    private ListedModel InOtherMode()
    {
        var suffix = Habit is ThinkingHabit.UnlessTold ? "-nothink" : "-thinking";
        return this with
        {
            Name = OtherName ?? Name + suffix,
            Aliases = [.. Aliases.Prepend(Name).Select(name => name + suffix)],
            IsOther = true,
        };
    }
}
