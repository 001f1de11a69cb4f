namespace Jinbang.Boards.Charts;

/// <summary>How rows are named in pictures, and which of them belong together.</summary>
internal static class Places
{
    /// <summary>Stands behind the names of rows whose figures others published.</summary>
    public const string Published = "†";

    /// <summary>The ranks that the row shares, or its own.</summary>
    public static string Of(BoardRow row) => row.Tied?.ToString() ?? Figures.Rank(row.Rank);

    /// <summary>The model's name with what a reader must know of the row.</summary>
    public static string NameOf(BoardRow row) =>
        row.Model + (row.IsNew ? " (new)" : "") + (row.PublishedBy is null ? "" : " " + Published);

    /// <summary>The row's accuracy, or why it has none.</summary>
    public static string FigureOf(BoardRow row, Sketch sketch) => row switch
    {
        { State: ScoreState.Excluded } => sketch.Say(Words.Excluded),
        { Accuracy: { } share } => (row.State == ScoreState.Estimated ? "~" : "") + Figures.Percent(share),
        _ => sketch.Say(Words.NotGraded),
    };

    /// <summary>How many rows after each other share their ranks.</summary>
    public static IReadOnlyList<int> Groups(IReadOnlyList<BoardRow> rows)
    {
        var counts = new List<int>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0 && rows[i].Tied is { } tied && tied == rows[i - 1].Tied)
            {
                counts[^1]++;
            }
            else
            {
                counts.Add(1);
            }
        }

        return counts;
    }
}
