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

    /// <summary>The text in lines that fit, broken between words or ideographs; the last line of too many ends with an ellipsis.</summary>
    public static IEnumerable<string> Wrap(string text, double size, double width, int lines, TextRuler ruler)
    {
        var rest = text;
        for (var line = 1; rest.Length > 0; line++)
        {
            var head = Fit(rest, size, width, ruler);
            if (head == rest || line == lines)
            {
                yield return head;
                yield break;
            }

            var end = Break(rest, head.Length - Ellipsis.Length);
            yield return rest[..end].TrimEnd();
            rest = rest[end..].TrimStart();
        }
    }

    /// <summary>The last place at or before the limit where a line may end; the limit, or one character, when a word is longer.</summary>
    private static int Break(string text, int limit)
    {
        for (var end = limit; end > 0; end--)
        {
            if (text[end - 1] is ' ' or >= '\u2E80' and < '\uD800' || text[end] == ' ')
            {
                return end;
            }
        }

        return Math.Max(limit, StringInfo.GetNextTextElementLength(text));
    }

    private static double Ems(Rune rune) => rune.Value switch
    {
        >= 0x1100 => 1,
        'm' or 'w' or 'M' or 'W' or '%' or '@' => 0.9,
        'i' or 'j' or 'l' or 't' or 'f' or 'r' or 'I' or '.' or ',' or ' ' or '-' or '(' or ')' => 0.38,
        _ => Rune.IsUpper(rune) ? 0.7 : 0.58,
    };
}
