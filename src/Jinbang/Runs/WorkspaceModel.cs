using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>A model as a workspace file names it; what is not said comes from the catalogue.</summary>
/// <param name="Name">The name in the catalogue, a local model's specifier, or a name of one's own.</param>
public sealed record WorkspaceModel(string Name)
{
    /// <summary>The name in the catalogue where <see cref="Name"/> tells the host too; null where they are the same.</summary>
    public string? CatalogueName { get; init; }

    /// <summary>Who serves it: a provider of the catalogue or an endpoint's address; null for the catalogue's choice.</summary>
    public string? Provider { get; init; }

    /// <summary>What the provider calls it; null for the catalogue's answer, else the name.</summary>
    public string? Id { get; init; }

    /// <summary>Who made it, or null.</summary>
    public string? House { get; init; }

    /// <summary>Whether its weights are published, or null.</summary>
    public bool? Open { get; init; }

    /// <summary>Sampling temperature, or null.</summary>
    public decimal? Temperature { get; init; }

    /// <summary>Seed of the first repeat, or null.</summary>
    public int? Seed { get; init; }

    /// <summary>Most tokens of a reply, or null.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>Further request fields as a JSON object, or null.</summary>
    public string? ExtraFields { get; init; }

    /// <summary>Its price, or null.</summary>
    public Price? Price { get; init; }

    /// <summary>How fast it may be asked, or null.</summary>
    public PaceLimits? Limits { get; init; }

    /// <summary>Most yuan to spend on it, or null.</summary>
    public decimal? Budget { get; init; }

    /// <summary>What the catalogue may know it by.</summary>
    public string KnownAs => Id ?? CatalogueName ?? Name;

    /// <summary>The model, taking what is said here over what is known.</summary>
    /// <param name="known">What the catalogue knows of it, or null.</param>
    public Model Over(Model? known)
    {
        var model = known ?? new Model(Name, Provider ?? "", KnownAs);
        return model with
        {
            Name = Name,
            Provider = Provider ?? model.Provider,
            Id = Id ?? model.Id,
            House = House ?? model.House,
            Openness = Open switch { true => Openness.Open, false => Openness.Commercial, null => model.Openness },
            Temperature = (double?)Temperature ?? model.Temperature,
            Seed = Seed ?? model.Seed,
            MaxOutputTokens = MaxOutputTokens ?? model.MaxOutputTokens,
            ExtraFields = ExtraFields ?? model.ExtraFields,
            Price = Price ?? model.Price,
        };
    }
}
