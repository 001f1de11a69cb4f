using Jinbang.Boards.Ranks;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Grading.Sheets;
using Jinbang.Models;
using Jinbang.Statistics;

namespace Jinbang.Boards.Rollups;

/// <summary>Makes boards of an exam's strata, which taxonomies may place in different fields.</summary>
public static class StratumBoards
{
    /// <summary>The boards of all strata that fit a pattern, in the order of the exam.</summary>
    /// <param name="whole">The exam's board.</param>
    /// <param name="exam">The exam.</param>
    /// <param name="standings">What each model achieved, with sheets; models without one are left out.</param>
    /// <param name="patterns">The patterns of strata.</param>
    public static IReadOnlyList<Board> Of(Board whole, Exam exam, IReadOnlyList<Standing> standings, IEnumerable<string> patterns)
    {
        var wanted = patterns.ToList();
        var strata = exam.Questions.Select((question, place) => (question.Stratum, place))
            .Where(question => question.Stratum is { } stratum && wanted.Any(pattern => NamePattern.Fits(stratum, pattern)))
            .GroupBy(question => question.Stratum!, question => question.place).ToList();
        var rows = whole.Rows.Select(row => (Row: row, standings.FirstOrDefault(standing => IsOf(standing, row))?.Sheet)).Where(known => known.Sheet is not null).ToList();
        var scores = SheetScores.Of(exam, strata.Count > 0 ? [.. rows.Select(known => known.Sheet!)] : []);
        return
        [
            .. strata.Select(stratum => whole with
            {
                Stratum = stratum.Key,
                Questions = stratum.Count(),
                Separation = null,
                Rows = Board.Ranked(rows.Select((known, at) => RowOf(known.Row, known.Sheet!, EstimateOf(scores, at, [.. stratum]), [.. stratum]))),
            }),
        ];
    }

    private static bool IsOf(Standing standing, BoardRow row) => standing.Sheet is not null
        && (row.Model == standing.Model.Name || row.Model == Hosting.NameAt(standing.Model.Name, standing.Model.Provider));

    private static Estimate EstimateOf(ScoreMatrix scores, int model, int[] places)
    {
        var points = new float[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            points[i] = scores.Of(model)[places[i]];
        }

        return ClusteredMean.Of(
            points,
            scores.Weights is { } weights ? [.. places.Select(place => weights[place])] : null,
            scores.Clusters is { } clusters ? [.. places.Select(place => clusters[place])] : null);
    }

    private static BoardRow RowOf(BoardRow row, ScoreSheet sheet, Estimate estimate, int[] places)
    {
        var cells = places.SelectMany(place => sheet.Of(place).ToArray()).ToList();
        var replied = cells.Where(cell => cell.State is not (SheetState.NotAsked or SheetState.Failed)).ToList();
        return row with
        {
            Accuracy = estimate.IsMeasured ? estimate.Value : null,
            AccuracyInterval = estimate.IsMeasured ? estimate.Interval(0.95) : null,
            State = estimate.IsMeasured ? ScoreState.Measured : ScoreState.Unmeasured,
            Seconds = Mean(replied, cell => float.IsNaN(cell.Seconds) ? null : cell.Seconds),
            Tokens = Mean(replied, cell => cell.PromptTokens + cell.ReplyTokens),
            CostPerThousand = (decimal?)(1000 * Mean(replied, cell => (double?)cell.Cost)),
            Coverage = new Coverage(cells.Count, cells.Count(cell => cell.IsGraded), cells.Count(cell => cell.State is SheetState.Failed))
            {
                Asked = cells.Count(cell => cell.State is not SheetState.NotAsked),
                CutOff = replied.Count(cell => cell.Outcome is Outcome.CutOff),
                Refused = replied.Count(cell => cell.Outcome is Outcome.Refused),
                Unreadable = replied.Count(cell => cell.State is SheetState.Unreadable),
                Unanswered = replied.Count(cell => cell.State is SheetState.Unanswered),
            },
            LikelyRank = null,
            ProvenRank = null,
            BestChance = null,
            Tied = null,
            Repeats = null,
            Timing = null,
        };
    }

    /// <summary>The mean over all cells; null when there are none or one is not measured.</summary>
    private static double? Mean(List<SheetCell> cells, Func<SheetCell, double?> measure)
    {
        var values = cells.Select(measure).OfType<double>().ToList();
        return values.Count > 0 && values.Count == cells.Count ? values.Average() : null;
    }
}
