using System.Globalization;
using Jinbang.Models;

namespace Jinbang.Boards;

/// <summary>Says who told a board's costs, or which prices they were computed by.</summary>
public static class PriceRemark
{
    /// <summary>The dates of the list prices, and whose providers told the costs; null when no row has a cost.</summary>
    public static Phrase? On(Board board)
    {
        Phrase?[] parts = [Computed(board.Rows), Batched(board.Rows), Told(board.Rows)];
        var said = parts.OfType<Phrase>().ToList();
        return said.Count == 0 ? null : new(
            "Costs " + string.Join("; ", said.Select(part => part.English)), "花费" + string.Join("；", said.Select(part => part.Chinese)));
    }

    /// <summary>The marks of a row's costs; what was recorded before prices left marks is known by the model's price alone.</summary>
    internal static IEnumerable<string> MarksOf(BoardRow row) => row switch
    {
        { CostPerThousand: not > 0 } => [],
        { CostMarks.Count: > 0 } => row.CostMarks,
        _ => row.Price?.InYuan()?.Mark is { } mark ? [mark] : [],
    };

    private static Phrase? Computed(IReadOnlyList<BoardRow> rows)
    {
        var days = rows.SelectMany(MarksOf).Select(CostMark.DayOf).OfType<DateOnly>().Order().ToList();
        if (days.Count == 0)
        {
            return null;
        }

        var (first, last) = (Day(days[0]), Day(days[^1]));
        var span = first == last ? first : $"{first} – {last}";
        return new($"by list prices of {span}", $"按 {span} 的目录价计算");
    }

    /// <summary>Whose questions were asked in batches, all or some of them, and so billed at a share of the list price.</summary>
    private static Phrase? Batched(IReadOnlyList<BoardRow> rows)
    {
        var named = rows
            .Select(row => (row.Model, Shares: MarksOf(row).Select(CostMark.ShareOf).ToList()))
            .Where(row => row.Shares.Any(share => share < 1))
            .Select(row => row.Shares.All(share => share < 1) ? new Phrase(row.Model, row.Model) : new($"{row.Model} (in part)", $"{row.Model}（部分）"))
            .ToList();
        return named.Count == 0 ? null : new(
            $"at a share of them in batches: {string.Join(", ", named.Select(name => name.English))}",
            $"批处理按折扣计：{string.Join("、", named.Select(name => name.Chinese))}");
    }

    private static Phrase? Told(IReadOnlyList<BoardRow> rows)
    {
        var told = rows.Where(row => MarksOf(row).Any(CostMark.IsTold)).Select(row => row.Model).ToList();
        return told.Count == 0
            ? null
            : new($"as their providers told for {string.Join(", ", told)}", $"由服务商告知：{string.Join("、", told)}");
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
