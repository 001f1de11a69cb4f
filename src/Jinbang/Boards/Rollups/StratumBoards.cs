using Jinbang.Boards.Taxonomies;
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
            .GroupBy(question => question.Stratum!, question => question.place);
        return [.. strata.Select(stratum => BoardOf(whole, exam, standings, stratum.Key, [.. stratum]))];
    }

    private static Board BoardOf(Board whole, Exam exam, IReadOnlyList<Standing> standings, string stratum, IReadOnlyList<int> places)
    {
        var rows = whole.Rows.SelectMany(row => standings
            .Where(standing => standing.Sheet is not null && (row.Model == standing.Model.Name || row.Model == Hosting.NameAt(standing.Model.Name, standing.Model.Provider)))
            .Take(1).Select(standing => RowOf(row, exam, standing.Sheet!, places)));
        return whole with { Stratum = stratum, Questions = places.Count, Rows = Board.Ranked(rows) };
    }

    private static BoardRow RowOf(BoardRow row, Exam exam, ScoreSheet sheet, IReadOnlyList<int> places)
    {
        var points = new WeightedMean();
        var cells = new List<SheetCell>(places.Count * sheet.Repeats);
        foreach (var place in places)
        {
            foreach (ref readonly var cell in sheet.Of(place))
            {
                cells.Add(cell);
                if (cell.IsGraded)
                {
                    points.Add(cell.Points, (double)exam.Questions[place].Weight);
                }
            }
        }

        var replied = cells.Where(cell => cell.State is not (SheetState.NotAsked or SheetState.Failed)).ToList();
        var graded = cells.Count(cell => cell.IsGraded);
        return row with
        {
            Accuracy = points.Value,
            AccuracyInterval = points.Value is { } share ? Intervals.Wilson(share * graded, graded, 0.95) : null,
            State = points.Value is null ? ScoreState.Unmeasured : ScoreState.Measured,
            Seconds = Mean(replied, cell => float.IsNaN(cell.Seconds) ? null : cell.Seconds),
            Tokens = Mean(replied, cell => cell.PromptTokens + cell.ReplyTokens),
            CostPerThousand = (decimal?)(1000 * Mean(replied, cell => (double?)cell.Cost)),
            Coverage = new Coverage(cells.Count, graded, cells.Count(cell => cell.State is SheetState.Failed))
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
