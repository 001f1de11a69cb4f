using Jinbang.Models;
using Jinbang.Workspaces;

namespace Jinbang.Web.Models;

/// <summary>Which models a list shows and in what order, as an address says it. What cannot be understood does not matter.</summary>
internal sealed record ModelQuery
{
    /// <summary>A part of the name, or with * and ? the whole.</summary>
    public string? Name { get; init; }

    /// <summary>A part of the house's name.</summary>
    public string? House { get; init; }

    /// <summary>open or commercial.</summary>
    public string? Open { get; init; }

    /// <summary>yes or no.</summary>
    public string? Thinks { get; init; }

    /// <summary>Most yuan for a million reply tokens.</summary>
    public decimal? MostYuan { get; init; }

    /// <summary>Who must serve it.</summary>
    public string? Provider { get; init; }

    /// <summary>Anything: only those with a key.</summary>
    public string? Key { get; init; }

    /// <summary>Anything: only those that the workspace names.</summary>
    public string? Own { get; init; }

    /// <summary>Anything: retired ones too.</summary>
    public string? All { get; init; }

    /// <summary>A word of <see cref="ModelOrder"/>.</summary>
    public string? Sort { get; init; }

    /// <summary>The order.</summary>
    public ModelOrder Order => Enum.TryParse<ModelOrder>(Sort, ignoreCase: true, out var order) && Enum.IsDefined(order) ? order : ModelOrder.Catalogue;

    /// <summary>The models that are meant, in order.</summary>
    public IReadOnlyList<ModelLine> Of(KnownModels known)
    {
        var filter = new ModelFilter
        {
            Pattern = Told(Name),
            House = Told(House),
            Openness = Open switch { "open" => Openness.Open, "commercial" => Openness.Commercial, _ => null },
            Thinks = Thinks switch { "yes" => true, "no" => false, _ => null },
            MostYuan = MostYuan,
            Provider = Told(Provider),
            HasKey = Told(Key) is not null,
        };
        var lines = known.Lines.Where(line => filter.Fits(line) && (Told(Own) is null || known.Own.Contains(line.Name)) && (!line.IsRetired || Told(All) is not null));
        return [.. lines.InOrder(Order)];
    }

    private static string? Told(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
