using System.Collections.Concurrent;
using Jinbang.Boards;
using Jinbang.Models;

namespace Jinbang.Web.Boards;

/// <summary>Makes rows of many boards share what they have in common, and leaves out what no page shows: a server keeps them all.</summary>
internal sealed class RowPool
{
    private readonly ConcurrentDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Price, Price> prices = new();
    private readonly ConcurrentDictionary<string, IReadOnlyCollection<string>> lists = new(StringComparer.Ordinal);

    /// <summary>The same board, to be kept.</summary>
    public Board Kept(Board board) => board with { Rows = [.. board.Rows.Select(Kept)] };

    private BoardRow Kept(BoardRow row) => row with
    {
        Model = Shared(row.Model),
        House = Shared(row.House),
        Host = Shared(row.Host),
        ExamVersion = row.ExamVersion is { } version ? Shared(version) : null,
        CostMarks = row.CostMarks.Count == 0 ? [] : lists.GetOrAdd(string.Join('\n', row.CostMarks), _ => [.. row.CostMarks]),
        Price = row.Price is { } price ? prices.GetOrAdd(price, price) : null,
        Evidence = null,
    };

    private string Shared(string text) => texts.GetOrAdd(text, text);
}
