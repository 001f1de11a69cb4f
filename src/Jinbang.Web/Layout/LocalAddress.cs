namespace Jinbang.Web.Layout;

/// <summary>Addresses to go back to, which links carry and so anybody can make up.</summary>
internal static class LocalAddress
{
    /// <summary>The address where it is a path of this site, else the first page. Browsers drop control characters and read \ as /.</summary>
    /// <returns>It, with everything escaped that a header cannot hold.</returns>
    public static string Of(string? back) =>
        back is ['/', not ('/' or '\\'), ..] && !back.Any(letter => char.IsControl(letter) || letter == '\\')
            ? string.Concat(back.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())))
            : "/";
}
