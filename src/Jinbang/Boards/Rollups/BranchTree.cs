using Jinbang.Boards.Taxonomies;

namespace Jinbang.Boards.Rollups;

/// <summary>Finds the exams that a taxonomy means among the boards at hand.</summary>
/// <param name="taxonomy">The taxonomy.</param>
/// <param name="boards">All boards, whole exams' and strata's.</param>
internal sealed class BranchTree(Taxonomy taxonomy, IReadOnlyList<Board> boards)
{
    private readonly List<Board> leaves = [];

    /// <summary>The boards that the taxonomy has a place for, in the order in which it names them.</summary>
    public IReadOnlyList<Board> Leaves => leaves;

    /// <summary>The groups that have results; null when none has. A group without results on any of its exams takes the
    /// board that bears its own name, such as a published one.</summary>
    public Branch? Grow() => Grow(taxonomy.Root);

    private Branch? Grow(TaxonomyNode node)
    {
        var parts = node.Parts.Select(Grow).OfType<Branch>().Concat(node.Exams.SelectMany(Exams).DistinctBy(exam => exam.Leaf)).ToList();
        return parts.Count > 0 ? new Branch(node.Name, node.Weight) { Node = node, Parts = parts, Leaves = [.. parts.SelectMany(part => part.Leaves).Distinct()] }
            : boards.FirstOrDefault(board => board.Stratum is null && (board.Title == node.Name.Chinese || board.Title == node.Name.English)) is { } own
                ? Leaf(own, node.Name, node.Weight) with { Node = node }
                : null;
    }

    private IEnumerable<Branch> Exams(TaxonomyExam exam) => boards
        .Where(board => taxonomy.Means(exam.Exam, board) && (exam.Stratum, board.Stratum) switch
        {
            (null, null) => true,
            ({ } pattern, { } stratum) => NamePattern.Fits(stratum, pattern),
            _ => false,
        })
        .Select(board => Leaf(board, exam.Name ?? NameOf(board), exam.Weight));

    private Branch Leaf(Board board, Phrase name, double weight)
    {
        var place = leaves.IndexOf(board);
        if (place < 0)
        {
            place = leaves.Count;
            leaves.Add(board);
        }

        return new Branch(name, weight) { Leaf = place, Leaves = [place] };
    }

    private static Phrase NameOf(Board board)
    {
        var name = board.Stratum ?? board.Title;
        return new(name, name);
    }
}
