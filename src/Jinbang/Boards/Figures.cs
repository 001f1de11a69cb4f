using System.Globalization;

namespace Jinbang.Boards;

/// <summary>How figures look in tables: rounded on the binary double, exact halves to even; missing ones are "/".</summary>
internal static class Figures
{
    public const string None = "/";

    /// <summary>The published boards give no accuracy, "/%", both to models that were not graded and to those with none
    /// right, and place them last with ranks that go on counting. <see cref="Remarks"/> tells the two apart.</summary>
    public static string Accuracy(double? share) => share is > 0 ? Percent(share.Value) : "/%";

    public static string Percent(double share) => Fixed(share * 100, "F1") + "%";

    public static string Seconds(double? seconds) => seconds is { } known ? Fixed(known, "F0") + "s" : None;

    /// <summary>Seconds with as many decimals as their size leaves meaning to.</summary>
    public static string Duration(double? seconds) => seconds switch
    {
        null => None,
        < 9.995 => Fixed(seconds.Value, "F2") + "s",
        < 99.95 => Fixed(seconds.Value, "F1") + "s",
        _ => Seconds(seconds),
    };

    public static string Tokens(double? tokens) => tokens is { } known ? Fixed(known, "F0") : None;

    // Decimals round halves away from zero.
    public static string Cost(decimal? yuan) => yuan is { } known ? Fixed((double)known, "F1") : None;

    public static string Rank(int rank) => rank > 0 ? Count(rank) : None;

    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    public static string Share(double? share) => share is { } known ? Percent(known) : None;

    public static string Variance(double? variance) => variance is { } known ? Fixed(known, "F3") : None;

    private static string Fixed(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
