using Jinbang.Boards.Taxonomies;
using Jinbang.Models;

namespace Jinbang.Boards.Rollups;

/// <summary>What every model has on every exam of a taxonomy.</summary>
internal sealed class ScoreGrid
{
    private const int MostPublishers = 3;

    private readonly ScoreCell[,] cells;
    private readonly IReadOnlyList<Exclusion>[] exclusions;

    private ScoreGrid(IReadOnlyList<Board> exams, IReadOnlyList<BoardRow> models)
    {
        (Exams, Models) = (exams, models);
        cells = new ScoreCell[exams.Count, models.Count];
        exclusions = new IReadOnlyList<Exclusion>[exams.Count];
    }

    /// <summary>The exams' boards.</summary>
    public IReadOnlyList<Board> Exams { get; }

    /// <summary>What is known of each model itself: some row of it.</summary>
    public IReadOnlyList<BoardRow> Models { get; }

    /// <summary>What a model has on an exam.</summary>
    public ref ScoreCell At(int exam, int model) => ref cells[exam, model];

    /// <summary>The grid of boards.</summary>
    /// <param name="exams">The exams' boards.</param>
    /// <param name="taxonomy">Names the exams that patterns mean.</param>
    /// <param name="exclusions">What is left out.</param>
    public static ScoreGrid Of(IReadOnlyList<Board> exams, Taxonomy taxonomy, IReadOnlyList<Exclusion> exclusions)
    {
        var publishers = PublishersOf(exams);
        var models = exams.SelectMany(board => board.Rows).GroupBy(KeyOf)
            .Select(rows => Known(rows) with { PublishedBy = rows.Key.IsPublished ? publishers : null }).ToList();
        var grid = new ScoreGrid(exams, models);
        for (var exam = 0; exam < exams.Count; exam++)
        {
            grid.exclusions[exam] = [.. exclusions.Where(exclusion => Touches(exclusion, exams[exam], taxonomy))];
            grid.Fill(exam);
        }

        return grid;
    }

    /// <summary>What was left out of an exam's results.</summary>
    public IReadOnlyList<Exclusion> ExclusionsOf(int exam) => exclusions[exam];

    private static bool IsMeant(Exclusion exclusion, BoardRow model) => exclusion.Model is null || NamePattern.Fits(model.Model, exclusion.Model);

    private void Fill(int exam)
    {
        var rows = Exams[exam].Rows.GroupBy(KeyOf).ToDictionary(same => same.Key, same => same.Last());
        for (var model = 0; model < Models.Count; model++)
        {
            var row = rows.GetValueOrDefault(KeyOf(Models[model]));
            var isExcluded = exclusions[exam].Any(exclusion => IsMeant(exclusion, Models[model]));
            At(exam, model) = isExcluded || row?.State is ScoreState.Excluded ? new ScoreCell(ScoreState.Excluded, null) { Row = row }
                : row is { Accuracy: { } score } ? new ScoreCell(row.State, score) { Row = row, Interval = row.AccuracyInterval }
                : new ScoreCell(ScoreState.Unmeasured, null) { Row = row };
        }
    }

    private static bool Touches(Exclusion exclusion, Board exam, Taxonomy taxonomy) =>
        (exclusion.Exam is null || taxonomy.Means(exclusion.Exam, exam))
        && (exclusion.Stratum is null || (exam.Stratum is { } stratum && NamePattern.Fits(stratum, exclusion.Stratum)));

    /// <summary>Others' pages of one model are taken together, apart from our own results.</summary>
    public static (string Model, bool IsPublished) KeyOf(BoardRow row) => (row.Model, row.PublishedBy is not null);

    private static string PublishersOf(IReadOnlyList<Board> exams)
    {
        var all = exams.SelectMany(exam => exam.Rows).Select(row => row.PublishedBy).OfType<string>().Distinct().ToList();
        return string.Join("; ", all.Take(MostPublishers)) + (all.Count > MostPublishers ? $"; … ({all.Count})" : "");
    }

    /// <summary>One row with everything about the model that any of its rows knows.</summary>
    private static BoardRow Known(IEnumerable<BoardRow> rows) => rows.Aggregate(
        new BoardRow(""),
        (known, row) => known with
        {
            Model = row.Model,
            IsNew = known.IsNew || row.IsNew,
            Host = known.Host.Length > 0 ? known.Host : row.Host,
            House = known.House.Length > 0 ? known.House : row.House,
            Openness = known.Openness is Openness.Unknown ? row.Openness : known.Openness,
            Price = known.Price ?? row.Price,
            Facts = known.Facts == ModelFacts.None ? row.Facts : known.Facts,
            Thinks = known.Thinks ?? row.Thinks,
        });
}
