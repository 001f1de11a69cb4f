namespace Jinbang.Boards.Taxonomies;

/// <summary>Exams of a group: all whose id or title fits a pattern, whole or one stratum of them.</summary>
/// <param name="Exam">The pattern; <c>*</c> stands for any characters, and case does not matter.</param>
/// <param name="Stratum">The pattern of strata, each a part of its own; null for whole exams.</param>
public sealed record TaxonomyExam(string Exam, string? Stratum)
{
    /// <summary>What each counts for when the group goes by weights, 0 or more.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The name on boards; null for the exam's title or the stratum.</summary>
    public Phrase? Name { get; init; }
}
