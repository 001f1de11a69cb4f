using Jinbang.Boards.Taxonomies;

namespace Jinbang.Boards.Sites;

/// <summary>Groups boards as a taxonomy does.</summary>
public static class SiteGroups
{
    /// <summary>The groups that have boards, the whole first; each exam stands in the first group that has a place for it.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="boards">The boards of exams, and the roll-ups made of them.</param>
    public static IReadOnlyList<SiteGroup> Of(Taxonomy taxonomy, IReadOnlyList<Board> boards)
    {
        var exams = boards.Where(board => !IsRollup(board)).ToList();
        var rollups = boards.Where(IsRollup).ToList();
        return Group(taxonomy, taxonomy.Root, exams, rollups) is { } root ? [root] : [];
    }

    private static SiteGroup? Group(Taxonomy taxonomy, TaxonomyNode node, List<Board> exams, List<Board> rollups)
    {
        var groups = node.Parts.Select(part => Group(taxonomy, part, exams, rollups)).OfType<SiteGroup>().ToList();
        var own = exams.Where(board => node.Exams.Any(exam => taxonomy.Means(exam.Exam, board))).ToList();
        exams.RemoveAll(own.Contains);
        var whole = rollups.FirstOrDefault(board => board.Name == node.Name);
        return groups.Count == 0 && own.Count == 0 && whole is null
            ? null
            : new SiteGroup(node.Name) { Whole = whole, Groups = groups, Boards = own };
    }

    private static bool IsRollup(Board board) => board.Rows.Any(row => row.Exams is not null);
}
