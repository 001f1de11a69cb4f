using System.Globalization;
using Jinbang.Models;
using Microsoft.Extensions.Primitives;

namespace Jinbang.Web.Runs;

/// <summary>Which models a list shows.</summary>
public sealed record ModelFilter
{
    /// <summary>The most models that a list shows at once.</summary>
    public const int Most = 60;

    /// <summary>A part of name or house; empty for any.</summary>
    public string Words { get; init; } = "";

    /// <summary>Whether weights are published; null for either.</summary>
    public Openness? Openness { get; init; }

    /// <summary>Most yuan for a million reply tokens; null for any price.</summary>
    public decimal? MostYuan { get; init; }

    /// <summary>Whether models are shown too that cannot be asked for want of a key.</summary>
    public bool ShowsAbsent { get; init; }

    /// <summary>Reads a filter as addresses write it: <c>q</c>, <c>open</c>, <c>price</c>, <c>absent</c>.</summary>
    public static ModelFilter Read(Func<string, StringValues> fields) => new()
    {
        Words = fields("q").ToString().Trim(),
        Openness = fields("open").ToString() switch { "open" => Jinbang.Models.Openness.Open, "commercial" => Jinbang.Models.Openness.Commercial, _ => null },
        MostYuan = decimal.TryParse(fields("price"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) ? yuan : null,
        ShowsAbsent = fields("absent").Count > 0,
    };

    /// <summary>The models that are shown: first those chosen, whatever the filter says.</summary>
    /// <param name="models">All models.</param>
    /// <param name="chosen">The names of those chosen.</param>
    /// <returns>Those shown, and how many more the filter would let through.</returns>
    public (IReadOnlyList<OfferedModel> Shown, int More) Apply(IReadOnlyList<OfferedModel> models, IReadOnlyCollection<string> chosen)
    {
        var (picked, fitting) = (models.Where(model => chosen.Contains(model.Name)), models.Where(model => !chosen.Contains(model.Name) && Fits(model)).ToList());
        return ([.. picked, .. fitting.Take(Most)], Math.Max(0, fitting.Count - Most));
    }

    private bool Fits(OfferedModel model) =>
        (ShowsAbsent || model.IsAtHand)
        && (Openness is null || model.Openness == Openness)
        && (MostYuan is null || model.Output <= MostYuan)
        && (model.Name.Contains(Words, StringComparison.OrdinalIgnoreCase) || model.House.Contains(Words, StringComparison.OrdinalIgnoreCase));
}
