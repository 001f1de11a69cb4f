using Jinbang.Boards.Taxonomies;

namespace Jinbang.Boards.Rollups;

/// <summary>A roll-up by other weights, from what its own rows have in its parts.</summary>
public static class MovedWeights
{
    // A slider is followed while it is moved: ranks are drawn less often than for boards that are kept.
    private const int FewDraws = 100;

    /// <summary>The roll-up by other weights of its parts, ranked anew.</summary>
    /// <param name="rollup">The roll-up (<see cref="Board.Weights"/>).</param>
    /// <param name="weights">What each part counts for, 0 or more, in their order; not all 0.</param>
    public static Board Of(Board rollup, IReadOnlyList<double> weights)
    {
        var parts = rollup.Weights.Select((part, at) => PartOf(rollup, part.Name, FormattableString.Invariant($"part {at}"))).ToList();
        var root = new TaxonomyNode("moved", rollup.Name ?? new Phrase(rollup.Title, rollup.Title))
        {
            Rule = CombinationRule.Weights,
            // Who lacks a part that counts for nothing has a total all the same.
            Exams = [.. rollup.Weights.Select((part, at) => new TaxonomyExam(parts[at].Title, null) { Name = part.Name, Weight = weights[at] }).Where(exam => exam.Weight > 0)],
        };
        var moved = Rollup.Of(new Taxonomy(root), parts, new RollupSettings(rollup.Language) { LastLevel = 0, PartDepth = 0, Draws = FewDraws })[0];
        var known = rollup.Rows.ToDictionary(ScoreGrid.KeyOf);
        return rollup with
        {
            Rows = [.. moved.Rows.Select(row => WithCounts(row, known[ScoreGrid.KeyOf(row)]))],
            Weights = [.. rollup.Weights.Select((part, at) => part with { Weight = weights[at] })],
            Notes = [Moved, .. moved.Notes],
        };
    }

    private static Board PartOf(Board rollup, Phrase name, string title) => new(title, rollup.Language,
    [
        .. rollup.Rows.Select(row => (Row: row, Part: row.Parts.FirstOrDefault(part => part.Name == name))).Where(found => found.Part is not null).Select(found => found.Row with
        {
            Accuracy = found.Part!.Accuracy,
            State = found.Part.State,
            AccuracyInterval = found.Part.Interval,
            Seconds = found.Part.Seconds,
            Tokens = found.Part.Tokens,
            CostPerThousand = found.Part.CostPerThousand,
            Coverage = null,
            Parts = [],
        }),
    ]);

    /// <summary>What was counted stays as it is, whatever it counts for.</summary>
    private static BoardRow WithCounts(BoardRow row, BoardRow known) => row with
    {
        PublishedBy = known.PublishedBy,
        Coverage = known.Coverage,
        Exams = known.Exams,
        CostMarks = known.CostMarks,
        Parts = known.Parts,
    };

    private static Phrase Moved => new(
        $"The weights of the parts were moved by a reader. Likely and stable ranks are from {FewDraws} draws, fewer than usual, so that they follow at once",
        $"各部分的权重由读者调整。为即时显示，可能名次与名次稳定范围只抽样 {FewDraws} 次，少于平时");
}
