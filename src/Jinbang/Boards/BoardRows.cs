using Jinbang.Grading;
using Jinbang.Grading.Sheets;
using Jinbang.Models;
using Jinbang.Statistics;

namespace Jinbang.Boards;

/// <summary>Turns what models achieved into the lines of a board.</summary>
public static class BoardRows
{
    /// <summary>The ranked rows of these standings.</summary>
    /// <param name="standings">What each model achieved.</param>
    /// <param name="edition">The board's edition; models first seen in it are marked new once there was an earlier one.</param>
    /// <param name="showHosts">Whether models' names tell who serves them.</param>
    public static IReadOnlyList<BoardRow> Of(IReadOnlyList<Standing> standings, string? edition, bool showHosts = false)
    {
        var hasEarlier = edition is not null && standings.Any(standing => standing.FirstEdition != edition);
        var ks = Ks(standings);
        return Board.Ranked(InParallel.Select(standings, standing => Row(standing, hasEarlier && standing.FirstEdition == edition, ks, showHosts)));
    }

    /// <summary>The powers of two below the most repeats, and every number of repeats: enough for a curve, and the same
    /// for models that were asked more or less often.</summary>
    private static HashSet<int> Ks(IReadOnlyList<Standing> standings)
    {
        var asked = standings.Select(standing => standing.Repeats?.Planned).OfType<int>().ToHashSet();
        for (var k = 1; asked.Count > 0 && k < asked.Max(); k *= 2)
        {
            asked.Add(k);
        }

        return asked;
    }

    private static BoardRow Row(Standing standing, bool isNew, HashSet<int> ks, bool showHosts) =>
        new(showHosts ? Hosting.NameAt(standing.Model.Name, standing.Model.Provider) : standing.Model.Name)
        {
            Host = Hosting.HostOf(standing.Model.Provider),
            IsNew = isNew,
            House = standing.Model.House,
            Openness = standing.Model.Openness,
            Accuracy = standing.Tally.Accuracy,
            AccuracyInterval = IntervalOf(standing.Tally),
            Seconds = standing.Tally.MeanSeconds,
            Tokens = standing.Tally.MeanTokens,
            CostPerThousand = standing.Tally.CostPerThousand,
            Price = standing.Model.Price,
            CostMarks = standing.Tally.CostMarks,
            Repeats = standing.Repeats?.Report(ks),
            ExamVersion = standing.ExamVersion,
            Evidence = standing is { Sitting: { } sitting, Sheet: { } evidence } ? new(sitting, SheetPrint.OfReplies(evidence), SheetPrint.OfGrades(evidence)) : null,
            Timing = standing.Sheet is { } sheet ? Timing.Of(sheet) : null,
            Coverage = new Coverage(standing.Planned, standing.Tally.Graded, standing.Tally.Failed)
            {
                Asked = standing.Tally.Asked,
                Retries = standing.Tally.Retries,
                CutOff = standing.Tally.CutOff,
                Refused = standing.Tally.Refused,
                Unreadable = standing.Tally.Unreadable,
                Unanswered = standing.Tally.Unanswered,
                Marked = standing.Tally.Marked,
                MarkedUnderAnotherKey = standing.Tally.MarkedUnderAnotherKey,
            },
        };

    /// <summary>Wilson's interval, taking the graded replies as independent and equally weighted.</summary>
    private static Interval? IntervalOf(Tally tally) => tally is { Accuracy: { } share, Graded: > 0 and var graded }
        ? Intervals.Wilson(share * graded, graded, 0.95)
        : null;
}
