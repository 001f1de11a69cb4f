namespace Jinbang.Boards.Editions;

/// <summary>A board's scores over all editions, for charts.</summary>
/// <param name="File">The name of the board's files.</param>
/// <param name="Title">Its latest title.</param>
/// <param name="Points">The editions that have the board, the oldest first.</param>
/// <param name="Models">The models that any of them has, in the order of the latest edition, retired ones last.</param>
public sealed record ScoreHistory(string File, string Title, IReadOnlyList<HistoryPoint> Points, IReadOnlyList<ModelHistory> Models)
{
    /// <summary>The histories of all boards, in the order of their file names.</summary>
    /// <param name="editions">The editions, the oldest first.</param>
    public static IReadOnlyList<ScoreHistory> Of(IReadOnlyList<EditionManifest> editions) =>
        [.. editions.SelectMany(edition => edition.Boards).Select(board => board.File).Distinct().Order(StringComparer.Ordinal).Select(file => Of(editions, file))];

    /// <summary>Whether it is the history of a board.</summary>
    public bool IsOf(Board board) => File == FileNames.For(board.FileName);

    private static ScoreHistory Of(IReadOnlyList<EditionManifest> editions, string file)
    {
        var found = editions.SelectMany(edition => edition.Boards.Where(board => board.File == file).Select(board => (Edition: edition, Board: board))).ToList();
        var scores = found.ConvertAll(one => one.Board.Rows.Where(row => row.PublishedBy is null).DistinctBy(row => row.Model).ToDictionary(row => row.Model, row => row.Accuracy));
        var points = found.Select((one, at) => new HistoryPoint(one.Edition.Version, one.Edition.Date)
        {
            IsOtherExam = at > 0 && one.Board.ExamVersion != found[at - 1].Board.ExamVersion,
        });
        var models = Enumerable.Reverse(found).SelectMany(one => one.Board.Rows).Where(row => row.PublishedBy is null).Select(row => row.Model).Distinct();
        return new(file, found[^1].Board.Title, [.. points], [.. models.Select(model => new ModelHistory(model, [.. scores.Select(edition => edition.GetValueOrDefault(model))]))]);
    }
}
