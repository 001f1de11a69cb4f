namespace Jinbang.Boards.Taxonomies;

/// <summary>How exams are grouped into fields and domains, to any depth, and how their scores are combined.</summary>
/// <param name="Root">The group that holds all others.</param>
public sealed record Taxonomy(TaxonomyNode Root)
{
    /// <summary>What may stand before the subject in an exam's id, such as <c>cmmlu-</c>.</summary>
    public IReadOnlyList<string> Prefixes { get; init; } = [];

    /// <summary>What may stand after the subject in an exam's id, such as <c>_test</c>.</summary>
    public IReadOnlyList<string> Suffixes { get; init; } = [];

    /// <summary>What is left out, and why.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>The group with this id or name; null when there is none.</summary>
    public TaxonomyNode? Find(string name) => Root.All.FirstOrDefault(node => node.Id == name)
        ?? Root.All.FirstOrDefault(node => node.Name.Chinese == name || string.Equals(node.Name.English, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a board is one of those that a pattern means.</summary>
    internal bool Means(string pattern, Board board) => NamesOf(board).Any(name => NamePattern.Fits(name, pattern));

    /// <summary>The patterns of exams' strata that the taxonomy names, for boards of strata to be made.</summary>
    public IEnumerable<string> StrataOf(Board board) => Root.All.SelectMany(node => node.Exams)
        .Where(exam => exam.Stratum is not null && Means(exam.Exam, board)).Select(exam => exam.Stratum!).Distinct();

    private IEnumerable<string> NamesOf(Board board)
    {
        yield return board.Title;
        foreach (var name in Without(board.FileName, Prefixes, (id, prefix) => id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? id[prefix.Length..] : null))
        {
            foreach (var core in Without(name, Suffixes, (id, suffix) => id.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) ? id[..^suffix.Length] : null))
            {
                yield return core;
            }
        }
    }

    private static IEnumerable<string> Without(string name, IReadOnlyList<string> affixes, Func<string, string, string?> cut) =>
        affixes.Select(affix => cut(name, affix)).OfType<string>().Where(rest => rest.Length > 0).Prepend(name);
}
