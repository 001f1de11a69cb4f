using Jinbang.Boards.Taxonomies;

namespace Jinbang.Boards.Rollups;

/// <summary>A group of a taxonomy, or an exam in it, of which there are results.</summary>
/// <param name="Name">Its name on boards.</param>
/// <param name="Weight">What it counts for in its parent when that goes by weights.</param>
internal sealed record Branch(Phrase Name, double Weight)
{
    /// <summary>The group; null for an exam.</summary>
    public TaxonomyNode? Node { get; init; }

    /// <summary>The place of an exam's board among all; null for a group.</summary>
    public int? Leaf { get; init; }

    /// <summary>A group's parts.</summary>
    public IReadOnlyList<Branch> Parts { get; init; } = [];

    /// <summary>The places of all exams beneath it, each once.</summary>
    public IReadOnlyList<int> Leaves { get; init; } = [];

    /// <summary>It and everything beneath it.</summary>
    public IEnumerable<Branch> All => Parts.SelectMany(part => part.All).Prepend(this);

    /// <summary>It and all groups beneath it, with their levels; its own is the given one.</summary>
    public IEnumerable<(Branch Group, int Level)> Groups(int level = 0) => Node is null || Leaf is not null
        ? []
        : Parts.SelectMany(part => part.Groups(level + 1)).Prepend((this, level));
}
