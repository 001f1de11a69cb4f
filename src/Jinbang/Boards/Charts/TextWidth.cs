using System.Globalization;
using System.Text;

namespace Jinbang.Boards.Charts;

/// <summary>Widths of texts where the font is not known, as in SVG, which is drawn with whatever font its viewer has.</summary>
internal static class TextWidth
{
    public const string Ellipsis = "…";

    /// <summary>An estimate, rather too wide than too narrow: an em for an ideograph, a little over half for others.</summary>
    public static double Estimate(string text, double size) => size * text.EnumerateRunes().Sum(Ems);

    /// <summary>The text, or as much of its beginning as fits with an ellipsis after it.</summary>
    public static string Fit(string text, double size, double width, TextRuler ruler)
    {
        if (ruler(text, size) <= width)
        {
            return text;
        }

        var characters = new StringInfo(text);
        var (fits, tooMany) = (0, characters.LengthInTextElements);
        while (tooMany - fits > 1)
        {
            var middle = (fits + tooMany) / 2;
            (fits, tooMany) = ruler(Cut(middle), size) <= width ? (middle, tooMany) : (fits, middle);
        }

        return Cut(fits);

        string Cut(int length) => characters.SubstringByTextElements(0, length).TrimEnd() + Ellipsis;
    }

    private static double Ems(Rune rune) => rune.Value switch
    {
        >= 0x1100 => 1,
        'm' or 'w' or 'M' or 'W' or '%' or '@' => 0.9,
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or '.' or ',' or ' ' or '-' or '(' or ')' => 0.38,
        _ => Rune.IsUpper(rune) ? 0.7 : 0.58,
    };
}
