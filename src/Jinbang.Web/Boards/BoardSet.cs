using Jinbang.Boards;
using Jinbang.Boards.Sites;
using Jinbang.Boards.Taxonomies;

namespace Jinbang.Web.Boards;

/// <summary>All boards of a workspace, as far as they are known, under their names and in their groups.</summary>
public sealed class BoardSet
{
    private readonly Dictionary<string, ServedBoard> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Board, ServedBoard> byBoard = new(ReferenceEqualityComparer.Instance);

    /// <summary>Names and groups boards.</summary>
    /// <param name="exams">What is known of exams.</param>
    /// <param name="rollups">The roll-ups.</param>
    /// <param name="published">What others published.</param>
    /// <param name="taxonomy">Groups them; null for no groups.</param>
    /// <param name="asOf">When the roll-ups were made.</param>
    public BoardSet(IReadOnlyList<KnownExam> exams, IReadOnlyList<Board> rollups, IReadOnlyList<Board> published, Taxonomy? taxonomy, DateTimeOffset asOf)
    {
        All =
        [
            .. exams.Select(exam => Named(exam.Served)),
            .. exams.SelectMany(exam => exam.Boards.Skip(1).Select(board => Named(new($"{exam.Entry.Name}·{board.Stratum}", board, ServedBoardKind.Stratum, exam.MadeAt) { Exam = exam.Entry }))),
            .. rollups.Select(board => Named(new(board.FileName, board, ServedBoardKind.Rollup, asOf))),
            .. published.Select(board => Named(new(board.FileName, board, ServedBoardKind.Published, asOf))),
        ];
        // Exams that nobody was asked are listed by themselves.
        Groups = taxonomy is null ? [] : SiteGroups.Of(taxonomy, [.. All.Select(served => served.Board).Where(board => board.Rows.Count > 0)]);
        var grouped = Groups.SelectMany(BoardsOf).ToHashSet(ReferenceEqualityComparer.Instance);
        Apart = [.. All.Where(served => !grouped.Contains(served.Board))];
    }

    /// <summary>Nothing is known yet.</summary>
    public static BoardSet Empty { get; } = new([], [], [], null, default);

    /// <summary>The boards: exams with their strata, roll-ups, what others published.</summary>
    public IReadOnlyList<ServedBoard> All { get; }

    /// <summary>The groups of the taxonomy that have boards.</summary>
    public IReadOnlyList<SiteGroup> Groups { get; }

    /// <summary>Those that no group has a place for.</summary>
    public IReadOnlyList<ServedBoard> Apart { get; }

    /// <summary>The board of a name; null when there is none.</summary>
    public ServedBoard? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>A board of this set with its name.</summary>
    public ServedBoard this[Board board] => byBoard[board];

    private ServedBoard Named(ServedBoard served)
    {
        var name = FileNames.For(served.Name);
        while (!byName.TryAdd(name, served))
        {
            name += "-";
        }

        return byName[name] = byBoard[served.Board] = served with { Name = name };
    }

    private static IEnumerable<Board> BoardsOf(SiteGroup group) =>
        [.. group.Whole is { } whole ? [whole] : Array.Empty<Board>(), .. group.Boards, .. group.Groups.SelectMany(BoardsOf)];
}
