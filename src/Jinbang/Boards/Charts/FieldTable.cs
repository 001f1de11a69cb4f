namespace Jinbang.Boards.Charts;

/// <summary>The parts of a board's rows under common headings.</summary>
internal static class FieldTable
{
    /// <summary>The headings in the order in which rows first name them.</summary>
    public static IReadOnlyList<Phrase> HeadingsOf(Board board) => [.. board.Rows.SelectMany(row => row.Parts).Select(part => part.Name).Distinct()];

    /// <summary>What a row has under each heading; unmeasured where it has no such part.</summary>
    public static IReadOnlyList<ScorePart> Of(BoardRow row, IReadOnlyList<Phrase> headings)
    {
        var parts = row.Parts.DistinctBy(part => part.Name).ToDictionary(part => part.Name);
        return [.. headings.Select(heading => parts.GetValueOrDefault(heading) ?? new ScorePart(heading, null, ScoreState.Unmeasured))];
    }

    /// <summary>The part's share, if it counts.</summary>
    public static double? ShareOf(ScorePart part) => part.State switch
    {
        ScoreState.Measured or ScoreState.Estimated => part.Accuracy,
        ScoreState.Unmeasured or ScoreState.Excluded => null,
    };
}
