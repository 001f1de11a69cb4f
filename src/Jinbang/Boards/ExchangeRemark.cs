using Jinbang.Models;

namespace Jinbang.Boards;

/// <summary>Says at which dated rates a board's foreign costs became yuan.</summary>
internal static class ExchangeRemark
{
    /// <summary>The rates by currency and day; null when every cost was in yuan or is unknown.</summary>
    public static Phrase? On(Board board)
    {
        var rates = board.Rows.SelectMany(PriceRemark.MarksOf).Select(CostMark.ExchangeOf).OfType<(string Rate, string Day)>()
            .Distinct().OrderBy(told => told.Rate.Split(' ')[1], StringComparer.Ordinal).ThenBy(told => told.Day, StringComparer.Ordinal).ToList();
        return rates.Count == 0 ? null : new(
            "Exchange rates: " + string.Join("; ", rates.Select(told => $"{told.Rate} ({told.Day})")),
            "汇率：" + string.Join("；", rates.Select(told => $"{told.Rate}（{told.Day}）")));
    }
}
