using System.Globalization;
using Jinbang.Models;
using Jinbang.Workspaces;
using Microsoft.Extensions.Primitives;

namespace Jinbang.Web.Runs;

/// <summary>The fields of addresses that say which models can be chosen from.</summary>
internal static class ModelFields
{
    /// <summary>Reads a filter as addresses write it: <c>q</c>, <c>open</c>, <c>price</c>, <c>absent</c>.</summary>
    public static ModelFilter Read(Func<string, StringValues> fields) => new()
    {
        Words = fields("q").ToString().Trim(),
        Openness = fields("open").ToString() switch { "open" => Openness.Open, "commercial" => Openness.Commercial, _ => null },
        MostYuan = decimal.TryParse(fields("price"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) ? yuan : null,
        HasKey = fields("absent").Count == 0,
    };
}
