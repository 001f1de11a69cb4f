using System.Globalization;

namespace Jinbang.Web.Layout;

/// <summary>Which part of a long list an address asks for.</summary>
internal static class PageNumber
{
    private const int Most = 1_000_000;

    /// <summary>The number, between the first and a million; the first where it is none.</summary>
    /// <param name="written">What the address has.</param>
    /// <param name="first">The first there is.</param>
    public static int Of(string? written, int first = 1) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, first, Most) : first;
}
