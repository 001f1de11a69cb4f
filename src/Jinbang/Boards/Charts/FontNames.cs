namespace Jinbang.Boards.Charts;

/// <summary>Which font files are worth opening first, told by their names.</summary>
internal static class FontNames
{
    // Chinese faces first: they have Latin letters too, so that one face draws the whole picture.
    private static readonly string[] Preferred =
    [
        "notosanscjk", "notosanssc", "sourcehansans", "msyh", "pingfang", "hiraginosansgb", "stheiti", "wqy", "simhei",
        "droidsansfallback", "notosans", "dejavusans", "liberationsans", "segoeui", "arial", "helvetica",
    ];

    // Cuts that come after the plain one of their family.
    private static readonly string[] Special = ["bold", "black", "thin", "light", "medium", "italic", "oblique", "condensed", "mono", "serif"];

    /// <summary>A number that is smaller the more likely the file is to serve, and to look well.</summary>
    public static int Order(string fileName)
    {
        var name = fileName.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
        var known = Array.FindIndex(Preferred, family => name.StartsWith(family, StringComparison.Ordinal));
        var cut = Special.Any(word => name.Contains(word, StringComparison.Ordinal)) ? 1 : 0;
        return 2 * (known < 0 ? Preferred.Length : known) + cut;
    }
}
