using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Jinbang.Web.Runs;

/// <summary>An order as addresses and forms write it: <c>exam</c>, <c>model</c> and <c>judge</c> as often as need be,
/// <c>budget</c>, <c>repeats</c>, <c>limit</c>, <c>spend</c> and <c>unpriced</c>.</summary>
internal static class OrderForm
{
    /// <summary>Reads an order.</summary>
    /// <param name="fields">Looks a field up.</param>
    /// <exception cref="BadInputException">A number is none.</exception>
    public static RunOrder Read(Func<string, StringValues> fields) => new(All(fields("exam")), All(fields("model")), Yuan(fields("budget")) ?? 0)
    {
        Judges = All(fields("judge")),
        Repeats = Whole(fields("repeats")) ?? 1,
        Limit = Whole(fields("limit")),
        SpendUpToBudget = fields("spend").Count > 0,
        AllowUnknownPrice = fields("unpriced").Count > 0,
    };

    /// <summary>Writes an order, a field after the other.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Fields(RunOrder order)
    {
        (string Name, IEnumerable<string> Values)[] fields =
        [
            ("exam", order.Exams),
            ("model", order.Models),
            ("judge", order.Judges),
            ("budget", [order.Budget.ToString(CultureInfo.InvariantCulture)]),
            ("repeats", [order.Repeats.ToString(CultureInfo.InvariantCulture)]),
            ("limit", order.Limit is { } limit ? [limit.ToString(CultureInfo.InvariantCulture)] : []),
            ("spend", order.SpendUpToBudget ? ["on"] : []),
            ("unpriced", order.AllowUnknownPrice ? ["on"] : []),
        ];
        return fields.SelectMany(field => field.Values.Select(value => KeyValuePair.Create(field.Name, value)));
    }

    /// <summary>The order as a part of an address.</summary>
    public static string Query(RunOrder order) =>
        string.Join('&', Fields(order).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));

    private static IReadOnlyList<string> All(StringValues values) => [.. values.OfType<string>().Where(value => value.Length > 0).Distinct()];

    private static decimal? Yuan(StringValues written) => string.IsNullOrWhiteSpace(written) ? null
        : decimal.TryParse(written, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var yuan) ? yuan
        : throw NoNumber(written);

    private static int? Whole(StringValues written) => string.IsNullOrWhiteSpace(written) ? null
        : int.TryParse(written, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : throw NoNumber(written);

    private static BadInputException NoNumber(StringValues written) => new(new(
        $"'{written}' is not a number that can be used here.", $"“{written}”不是可用的数字。"));
}
