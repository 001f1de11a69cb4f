using System.Globalization;
using Jinbang.Boards.Rollups;
using Jinbang.Boards.Taxonomies;

namespace Jinbang.Boards.Editions;

/// <summary>The rules and weights that roll-ups are made by, item by item, so that editions can tell which changed; a group or an exam that joins
/// changes none of the others.</summary>
public static class Framework
{
    private const string Rules = "rules";

    /// <summary>What each group and exam of a taxonomy counts for and how it is combined, by its name, and the set of rules.</summary>
    /// <param name="taxonomy">The taxonomy; null without roll-ups, which gives none.</param>
    /// <param name="rules">The set of rules.</param>
    public static IReadOnlyDictionary<string, string> Of(Taxonomy? taxonomy, RollupRules rules)
    {
        var items = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (taxonomy is not null)
        {
            items[Rules] = rules.ToString().ToLowerInvariant();
            foreach (var node in taxonomy.Root.All)
            {
                items[node.Id] = string.Create(CultureInfo.InvariantCulture, $"{node.Weight} {node.Rule.ToString().ToLowerInvariant()}{StandIn(node.StandIn)}");
                foreach (var exam in node.Exams)
                {
                    items[$"{node.Id}/{exam.Exam}{(exam.Stratum is { } stratum ? $"/{stratum}" : "")}"] = exam.Weight.ToString(CultureInfo.InvariantCulture);
                }
            }
        }

        return items;
    }

    private static string StandIn(StandIn? standIn) =>
        standIn is null ? "" : string.Create(CultureInfo.InvariantCulture, $", else {standIn.Factor} × ({string.Join(", ", standIn.Of)})");
}
