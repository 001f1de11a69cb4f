using Jinbang.Boards;
using Jinbang.Boards.Cuts;

namespace Jinbang.Web.Boards;

/// <summary>What rows of a board can be chosen by, and which are.</summary>
internal static class BoardFilters
{
    /// <summary>The names of bands in addresses, in the order of <see cref="Bands.Of"/>.</summary>
    private static readonly Dictionary<CutKind, string[]> Codes = new()
    {
        [CutKind.Open] = ["no", "yes"],
        [CutKind.Thinking] = ["yes", "no"],
        [CutKind.Price] = ["high", "mid", "low"],
        [CutKind.Size] = ["small", "mid", "large"],
    };

    /// <summary>The choices of a kind that some rows fit, each with its code and name.</summary>
    public static IReadOnlyList<(string Code, Phrase Name)> Choices(CutKind kind, Board board) =>
    [
        .. Bands.Of(kind, board).Select((band, at) => (Code: Codes.TryGetValue(kind, out var codes) ? codes[at] : band.Name.English, band))
            .Where(choice => board.Rows.Any(row => choice.band.Condition.Of(row) is Truth.True)).Select(choice => (choice.Code, choice.band.Name)),
    ];

    /// <summary>The rows that are chosen, and how many were left out because nobody knows whether they fit.</summary>
    /// <exception cref="BadInputException">The reader's own condition cannot be read.</exception>
    public static (IReadOnlyList<BoardRow> Rows, int Unknown) Chosen(Board board, BoardQuery query)
    {
        var conditions = Conditions(board, query).ToList();
        var found = new BoardView { Find = query["find"] }.Of(board).Rows;
        var told = found.Select(row => (Row: row, Truth: (Truth)conditions.Select(condition => (int)condition.Of(row)).DefaultIfEmpty((int)Truth.True).Min())).ToList();
        return ([.. told.Where(pair => pair.Truth is Truth.True).Select(pair => pair.Row)], told.Count(pair => pair.Truth is Truth.Unknown));
    }

    private static IEnumerable<Condition> Conditions(Board board, BoardQuery query)
    {
        (string Word, CutKind Kind)[] bands = [("open", CutKind.Open), ("thinks", CutKind.Thinking), ("price", CutKind.Price), ("size", CutKind.Size)];
        foreach (var (word, kind) in bands)
        {
            if (query[word] is { } code && Array.IndexOf(Codes[kind], code) is >= 0 and var at)
            {
                yield return Bands.Of(kind, board)[at].Condition;
            }
        }

        if (query["house"] is { } house && Bands.Of(CutKind.House, board).FirstOrDefault(band => band.Name.English == house) is { } made)
        {
            yield return made.Condition;
        }

        if (query["new"] is not null)
        {
            yield return Bands.Of(CutKind.New, board)[0].Condition;
        }

        if (query["max-price"] is { } most)
        {
            yield return Condition.Parse($"output-price <= \"{most.Replace("\"", "", StringComparison.Ordinal)}\"");
        }

        if (query["where"] is { } own)
        {
            yield return Condition.Parse(own);
        }
    }
}
