using System.Globalization;
using Jinbang.Models;

namespace Jinbang.Boards;

/// <summary>Says which prices a board's costs were computed with.</summary>
public static class PriceRemark
{
    /// <summary>The dates of the list prices and of the exchange rates; null when no row has a cost.</summary>
    public static Phrase? On(Board board)
    {
        var prices = board.Rows.Where(row => row.CostPerThousand is > 0).Select(row => row.Price).OfType<Price>().ToList();
        if (prices.Count == 0)
        {
            return null;
        }

        var (first, last) = (Day(prices.Min(price => price.Date)), Day(prices.Max(price => price.Date)));
        var days = first == last ? first : $"{first} – {last}";
        var rates = prices.Select(price => price.Exchange).OfType<ExchangeRate>().Where(rate => rate.Currency != "CNY").Distinct()
            .Select(rate => new Phrase(
                $"; 1 {rate.Currency} = {Figure(rate.Yuan)} yuan ({Day(rate.Date)})", $"；1 {rate.Currency} = {Figure(rate.Yuan)} 元（{Day(rate.Date)}）"))
            .ToList();
        return new(
            $"Costs by list prices of {days}{string.Concat(rates.Select(rate => rate.English))}",
            $"花费按 {days} 的目录价计算{string.Concat(rates.Select(rate => rate.Chinese))}");
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Figure(decimal yuan) => yuan.ToString(CultureInfo.InvariantCulture);
}
