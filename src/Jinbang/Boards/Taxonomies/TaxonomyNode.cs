namespace Jinbang.Boards.Taxonomies;

/// <summary>A domain, a field or any other group: what a roll-up board is about.</summary>
/// <param name="Id">Its short name, unique in the taxonomy.</param>
/// <param name="Name">Its name on boards.</param>
public sealed record TaxonomyNode(string Id, Phrase Name)
{
    /// <summary>What it counts for in its parent when that goes by weights, 0 or more.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>How its parts are combined.</summary>
    public CombinationRule Rule { get; init; }

    /// <summary>Its groups, in order.</summary>
    public IReadOnlyList<TaxonomyNode> Parts { get; init; } = [];

    /// <summary>Its exams, in order, after the groups.</summary>
    public IReadOnlyList<TaxonomyExam> Exams { get; init; } = [];

    /// <summary>What stands in for its score where a model has none, in rule sets that allow it; null for nothing.</summary>
    public StandIn? StandIn { get; init; }

    /// <summary>It and all groups beneath it, each before its parts.</summary>
    public IEnumerable<TaxonomyNode> All => Parts.SelectMany(part => part.All).Prepend(this);
}
