using Jinbang.Workspaces;

namespace Jinbang.Web.Selecting;

/// <summary>Models that are chosen together, by rules over the catalogue's prices and dates.</summary>
internal static class Presets
{
    /// <summary>What a million reply tokens of good value cost at the most, in yuan.</summary>
    public const decimal GoodPrice = 10;

    private const int Most = 6;

    /// <summary>Their names in addresses, what they are called, and their rules.</summary>
    public static IReadOnlyList<(string Name, Phrase Title, Phrase Rule)> All =>
    [
        ("value", new("Good value", "高性价比"), new(
            $"of each house the newest model whose reply tokens cost at most ¥{GoodPrice} a million", $"每家机构中，回复每百万 token 不超过 {GoodPrice} 元的最新模型")),
        ("flagship", new("Flagships", "旗舰"), new("of each house the dearest model", "每家机构最贵的模型")),
    ];

    /// <summary>The models of a preset: of those that can be asked, one of each house, six at the most, the newest first.</summary>
    public static IReadOnlyList<string> Of(string? name, IEnumerable<ModelLine> models)
    {
        var priced = models.Where(model => model is { Keys.Count: > 0, OutputYuan: > 0 });
        var houses = priced.GroupBy(model => model.House.Length > 0 ? model.House : model.Name);
        var chosen = name switch
        {
            "value" => houses.Select(house => house.Where(model => model.OutputYuan <= GoodPrice).OrderByDescending(model => model.Released).ThenBy(model => model.OutputYuan).FirstOrDefault()),
            "flagship" => houses.Select(house => house.OrderByDescending(model => model.OutputYuan).ThenByDescending(model => model.Released).First()),
            _ => [],
        };
        return [.. chosen.OfType<ModelLine>().OrderByDescending(model => model.Released).Take(Most).Select(model => model.Name)];
    }
}
