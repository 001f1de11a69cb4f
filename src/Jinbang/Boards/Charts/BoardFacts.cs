namespace Jinbang.Boards.Charts;

/// <summary>What pictures tell of a board besides its rows.</summary>
internal static class BoardFacts
{
    /// <summary>The facts below the title.</summary>
    public static IEnumerable<string?> Of(Board board) =>
    [
        Words.Models(board.Rows.Count).In(board.Language),
        board.Questions > 0 ? Words.Questions(board.Questions).In(board.Language) : null,
        board.Edition,
    ];

    /// <summary>Who leads, for who cannot see it.</summary>
    public static Phrase Summary(Board board) => board.Rows.FirstOrDefault(row => row.Accuracy is not null) is { } first
        ? new(
            $"{Words.Models(board.Rows.Count).English}; first is {first.Model} with {Figures.Percent(first.Accuracy!.Value)}.",
            $"{Words.Models(board.Rows.Count).Chinese}；第一名为 {first.Model}，{Figures.Percent(first.Accuracy!.Value)}。")
        : Words.Models(board.Rows.Count);

    /// <summary>Names after each other, as many as are worth reading.</summary>
    public static Phrase List(IReadOnlyList<string> names, int most = 12)
    {
        var (shown, more) = (names.Take(most).ToList(), names.Count - most);
        return new(
            string.Join(", ", shown) + (more > 0 ? $" and {more} more" : ""),
            string.Join("、", shown) + (more > 0 ? $" 等 {names.Count} 个" : ""));
    }
}
