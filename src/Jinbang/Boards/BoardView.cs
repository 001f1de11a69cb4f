using System.IO.Enumeration;

namespace Jinbang.Boards;

/// <summary>Which rows of a board are shown, and in which order; their ranks stay those of the whole board.</summary>
public sealed record BoardView
{
    /// <summary>A part of the model's or the house's name, or with * and ? the whole; null for every row.</summary>
    public string? Find { get; init; }

    /// <summary>What rows are sorted by: name, seconds, tokens, cost, accuracy or the name of a part; null for the board's own order.
    /// Names, times, tokens and costs start with the least, accuracies with the best; rows without the figure come last.</summary>
    public string? Sort { get; init; }

    /// <summary>Most rows on a page; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>Which page, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The board with the rows that are shown; the same board when nothing is asked for.</summary>
    /// <exception cref="BadInputException">There is no such part to sort by.</exception>
    public Board Of(Board board)
    {
        if (this == new BoardView())
        {
            return board;
        }

        var found = board.Rows.Where(row => Find is null || IsMeant(row.Model) || IsMeant(row.House));
        IEnumerable<BoardRow> sorted = Sort is null ? found : Sorted(board, Sort, found);
        return board with
        {
            Rows = [.. Limit is { } limit ? sorted.Skip((int)Math.Min(int.MaxValue, (Page - 1L) * limit)).Take(limit) : sorted],
            PublishedPage = null,
        };
    }

    private static IOrderedEnumerable<BoardRow> Sorted(Board board, string by, IEnumerable<BoardRow> rows) => by switch
    {
        "name" => rows.OrderBy(row => row.Model, StringComparer.OrdinalIgnoreCase),
        "seconds" => rows.OrderBy(row => row.Seconds ?? double.MaxValue),
        "tokens" => rows.OrderBy(row => row.Tokens ?? double.MaxValue),
        "cost" => rows.OrderBy(row => row.CostPerThousand ?? decimal.MaxValue),
        "accuracy" => rows.OrderByDescending(row => row.Accuracy ?? -1),
        _ when PartNames(board).Contains(by) => rows.OrderByDescending(row => PartOf(row, by) ?? -1),
        _ => throw new BadInputException(new(
            $"There is nothing named {by} to sort by; there are: {string.Join(", ", Sortable.Concat(PartNames(board)))}.",
            $"无法按 {by} 排序；可用：{string.Join("、", Sortable.Concat(PartNames(board)))}。")),
    };

    private static readonly string[] Sortable = ["name", "accuracy", "seconds", "tokens", "cost"];

    private static HashSet<string> PartNames(Board board) =>
        [.. board.Rows.SelectMany(row => row.Parts).SelectMany(part => new[] { part.Name.English, part.Name.Chinese })];

    private static double? PartOf(BoardRow row, string name) =>
        row.Parts.FirstOrDefault(part => part.Name.English == name || part.Name.Chinese == name)?.Accuracy;

    private bool IsMeant(string name) => Find.AsSpan().ContainsAny('*', '?')
        ? FileSystemName.MatchesSimpleExpression(Find, name, ignoreCase: true)
        : name.Contains(Find!, StringComparison.OrdinalIgnoreCase);
}
