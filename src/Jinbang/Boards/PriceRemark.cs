using System.Globalization;
using Jinbang.Models;

namespace Jinbang.Boards;

/// <summary>Says who told a board's costs, or which prices they were computed by.</summary>
public static class PriceRemark
{
    /// <summary>The dates of the list prices and of the exchange rates, and whose providers told the costs; null when no row has a cost.</summary>
    public static Phrase? On(Board board)
    {
        var rows = board.Rows.Where(row => row.CostPerThousand is > 0).ToList();
        Phrase?[] parts = [Computed(rows), Told(rows)];
        var said = parts.OfType<Phrase>().ToList();
        return said.Count == 0 ? null : new(
            "Costs " + string.Join("; ", said.Select(part => part.English)), "花费" + string.Join("；", said.Select(part => part.Chinese)));
    }

    private static Phrase? Computed(IReadOnlyList<BoardRow> rows)
    {
        var days = rows.SelectMany(DaysOf).Order().ToList();
        if (days.Count == 0)
        {
            return null;
        }

        var (first, last) = (Day(days[0]), Day(days[^1]));
        var span = first == last ? first : $"{first} – {last}";
        var rates = rows.Select(row => row.Price?.Exchange).OfType<ExchangeRate>().Where(rate => rate.Currency != "CNY").Distinct()
            .Select(rate => new Phrase(
                $"; 1 {rate.Currency} = {Figure(rate.Yuan)} yuan ({Day(rate.Date)})", $"；1 {rate.Currency} = {Figure(rate.Yuan)} 元（{Day(rate.Date)}）"))
            .ToList();
        return new(
            $"by list prices of {span}{string.Concat(rates.Select(rate => rate.English))}",
            $"按 {span} 的目录价计算{string.Concat(rates.Select(rate => rate.Chinese))}");
    }

    private static Phrase? Told(IReadOnlyList<BoardRow> rows)
    {
        var told = rows.Where(row => row.CostMarks.Any(CostMark.IsTold)).Select(row => row.Model).ToList();
        return told.Count == 0
            ? null
            : new($"as their providers told for {string.Join(", ", told)}", $"由服务商告知：{string.Join("、", told)}");
    }

    // What was recorded before prices left their mark is known by the model's price alone.
    private static IEnumerable<DateOnly> DaysOf(BoardRow row) => row.CostMarks.Count > 0
        ? row.CostMarks.Select(CostMark.DayOf).OfType<DateOnly>()
        : row.Price is { } price ? [price.Date] : [];

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Figure(decimal yuan) => yuan.ToString(CultureInfo.InvariantCulture);
}
