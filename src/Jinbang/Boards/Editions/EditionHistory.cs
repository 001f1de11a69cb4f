using Jinbang.Boards.Charts;

namespace Jinbang.Boards.Editions;

/// <summary>A board's scores over all editions that have it, for a picture.</summary>
/// <param name="File">The name of the board's files.</param>
/// <param name="Scores">Models in the order of the latest edition, those that it has no more last. Figures that others published are left out.</param>
public sealed record EditionHistory(string File, ScoreHistory Scores)
{
    private const string OtherExam = "*";

    /// <summary>The histories of all boards, in the order of their file names.</summary>
    /// <param name="editions">The editions, the oldest first.</param>
    /// <param name="language">The language of the pictures.</param>
    public static IReadOnlyList<EditionHistory> Of(IReadOnlyList<EditionManifest> editions, Language language) =>
    [
        .. editions.SelectMany(edition => edition.Boards.Select(board => (edition.Version, Board: board)))
            .GroupBy(published => published.Board.File)
            .OrderBy(own => own.Key, StringComparer.Ordinal)
            .Select(own => new EditionHistory(own.Key, ScoresOf([.. own], language))),
    ];

    private static ScoreHistory ScoresOf(IReadOnlyList<(string Version, EditionBoard Board)> published, Language language)
    {
        var names = published.Select((one, at) => one.Version + (at > 0 && IsOtherExam(one.Board, published[at - 1].Board) ? OtherExam : "")).ToList();
        var scores = published.Select(one => Own(one.Board).DistinctBy(row => row.Model).ToDictionary(row => row.Model, row => row.Accuracy)).ToList();
        var models = published.Reverse().SelectMany(one => Own(one.Board)).Select(row => row.Model).Distinct();
        var note = names.Exists(name => name.EndsWith(OtherExam, StringComparison.Ordinal)) ? Note.In(language) : "";
        return new(
            published[^1].Board.Title + note, language, names, [.. models.Select(model => new ScoreLine(model, [.. scores.Select(edition => edition.GetValueOrDefault(model))]))]);
    }

    private static Phrase Note => new($" ({OtherExam} other questions than before)", $"（{OtherExam} 题目与前一版不同）");

    private static IEnumerable<EditionRow> Own(EditionBoard board) => board.Rows.Where(row => row.PublishedBy is null);

    private static bool IsOtherExam(EditionBoard board, EditionBoard before) =>
        (board.ExamVersion, board.Questions) != (before.ExamVersion, before.Questions);
}
