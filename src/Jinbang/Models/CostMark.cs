using System.Globalization;
using System.Text.RegularExpressions;

namespace Jinbang.Models;

/// <summary>Marks of who told a reply's cost; <see cref="Reply.CostBy"/>.</summary>
public static partial class CostMark
{
    private const string Provider = "provider";
    private const string Batch = "batch";

    /// <summary>The provider told it, in a currency that is exchanged at this rate.</summary>
    public static string Told(ExchangeRate exchange) => Joined(Provider, exchange);

    /// <summary>It was computed by this price.</summary>
    public static string Of(Price price, ExchangeRate exchange)
    {
        var tiers = string.Concat((price.Tiers ?? []).Select(Tier));
        var figures = Figures(price.InputPerMillion, price.CachedInputPerMillion, price.OutputPerMillion);
        return Joined($"{Day(price.Date)} {price.Currency} {figures}{tiers} {price.Source}", exchange);
    }

    /// <summary>Whether the provider told the cost.</summary>
    public static bool IsTold(string mark) => mark.StartsWith(Provider, StringComparison.Ordinal);

    /// <summary>It was computed by a share of a price, since the question was asked in a batch.</summary>
    public static string InBatch(string mark, decimal share) => mark.IndexOf(' ', StringComparison.Ordinal) is > 0 and var at
        ? $"{mark[..at]} {Batch} {Figure(share)}{mark[at..]}"
        : mark;

    /// <summary>The share of the price that was billed: less than 1 for questions that were asked in batches.</summary>
    public static decimal ShareOf(string mark) =>
        mark.Split(' ', 4) is [_, Batch, var figure, _] && decimal.TryParse(figure, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share)
            ? share
            : 1;

    /// <summary>The day of the list price that the cost was computed by; null when there was none.</summary>
    public static DateOnly? DayOf(string mark) =>
        DateOnly.TryParseExact(mark.Split(' ')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The rate that the cost was exchanged at, such as 1 USD = 7.25 CNY, and its day; null when it was in yuan.</summary>
    public static (string Rate, string Day)? ExchangeOf(string mark) =>
        Exchange().Match(mark) is { Success: true } told ? (told.Groups["rate"].Value, told.Groups["day"].Value) : null;

    [GeneratedRegex(@"; (?<rate>1 \S+ = \S+ CNY) (?<day>\d{4}-\d\d-\d\d)$")]
    private static partial Regex Exchange();

    private static string Joined(string mark, ExchangeRate exchange) => exchange.Currency == "CNY"
        ? mark
        : $"{mark}; 1 {exchange.Currency} = {Figure(exchange.Yuan)} CNY {Day(exchange.Date)}";

    private static string Tier(PriceTier tier) =>
        $" >{tier.Over}{(tier.OverOutput > 0 ? $"+{tier.OverOutput}" : "")}: {Figures(tier.Input, tier.CachedInput, tier.Output)}";

    private static string Figures(decimal input, decimal? cachedInput, decimal output) =>
        $"{Figure(input)}/{(cachedInput is { } told ? $"{Figure(told)}/" : "")}{Figure(output)}";

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Figure(decimal figure) => figure.ToString("0.##########", CultureInfo.InvariantCulture);
}
