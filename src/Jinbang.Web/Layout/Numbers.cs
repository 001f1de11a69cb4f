using System.Globalization;

namespace Jinbang.Web.Layout;

/// <summary>Figures as pages show them; what is unknown is "/".</summary>
internal static class Numbers
{
    private const string Unknown = "/";

    /// <summary>A share of 0 to 1 as a percentage.</summary>
    public static string Percent(double? share) => share is { } known ? (known * 100).ToString("F1", CultureInfo.InvariantCulture) + "%" : Unknown;

    /// <summary>A difference of shares in percentage points, with its sign.</summary>
    public static string Points(double? share) => share is { } known ? (known * 100).ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture) : Unknown;

    /// <summary>A number with two decimals.</summary>
    public static string Two(double? value) => value is { } known ? known.ToString("0.00;−0.00;0.00", CultureInfo.InvariantCulture) : Unknown;

    /// <summary>A number with as many decimals as are worth telling.</summary>
    public static string Short(double? value) => value is { } known ? known.ToString(Math.Abs(known) switch { >= 100 => "0", >= 10 => "0.#", >= 1 => "0.##", _ => "0.###" }, CultureInfo.InvariantCulture) : Unknown;

    /// <summary>Yuan, so that sums below a fen are still something.</summary>
    public static string Yuan(decimal? yuan) => yuan is { } known ? "¥" + known.ToString(known < 0.01m ? "0.######" : "0.00##", CultureInfo.InvariantCulture) : Unknown;

    /// <summary>A p-value.</summary>
    public static string Chance(double p) => p < 0.0001 ? "<0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Unknown;

    /// <summary>A count.</summary>
    public static string Count(int? count) => count?.ToString("N0", CultureInfo.InvariantCulture) ?? Unknown;
}
