using Jinbang.Boards.Taxonomies;

namespace Jinbang.Boards.Rollups;

/// <summary>Makes boards of fields, domains and the whole from the boards of exams.</summary>
public static class Rollup
{
    /// <summary>The boards of every group that has results, the whole first, each before its parts.</summary>
    /// <param name="taxonomy">The groups and their rules.</param>
    /// <param name="boards">Boards of exams and of their strata (<see cref="Board.Stratum"/>), our own or published ones.</param>
    /// <param name="settings">How roll-ups are made.</param>
    /// <returns>Empty when no exam of the taxonomy is among the boards.</returns>
    public static IReadOnlyList<Board> Of(Taxonomy taxonomy, IReadOnlyList<Board> boards, RollupSettings settings)
    {
        var tree = new BranchTree(taxonomy, [.. boards.GroupBy(board => (board.Title, board.Stratum), (_, same) => Joined([.. same]))]);
        if (tree.Grow() is not { } root)
        {
            return [];
        }

        var grid = ScoreGrid.Of(tree.Leaves, taxonomy, [.. taxonomy.Exclusions, .. settings.Exclusions]);
        if (settings.Estimate)
        {
            Estimates.Fill(grid);
        }

        var boardOf = new RollupBoard(grid, new Combination(grid, root, settings.Rules), settings);
        var taken = boards.Where(board => board.Stratum is null).Select(board => FileNames.For(board.FileName)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var groups = root.Groups().Where(found => found.Level >= settings.FirstLevel && found.Level <= settings.LastLevel).Select(found => found.Group).ToList();
        return [.. InParallel.Select(groups, boardOf.Of).Select(board => Named(board, taken))];
    }

    /// <summary>Boards of one exam from different hands are one exam.</summary>
    private static Board Joined(IReadOnlyList<Board> same) =>
        same.Count == 1 ? same[0] : same[0] with { Rows = [.. same.SelectMany(board => board.Rows)], PublishedPage = null };

    /// <summary>A roll-up must not overwrite the board of an exam that is called alike.</summary>
    private static Board Named(Board board, HashSet<string> taken)
    {
        while (!taken.Add(FileNames.For(board.FileName)))
        {
            board = board with { FileName = board.FileName + "-rollup" };
        }

        return board;
    }
}
