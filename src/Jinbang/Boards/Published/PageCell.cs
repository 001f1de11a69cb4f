using System.Globalization;
using System.Text.RegularExpressions;
using Jinbang.Models;

namespace Jinbang.Boards.Published;

/// <summary>What the cells of published tables say.</summary>
internal static partial class PageCell
{
    /// <summary>A share from a percentage, with its sign or without; null when there is none.</summary>
    /// <exception cref="FormatException">It is no number from 0 to 100.</exception>
    public static double? Share(string cell) => Decimal(cell.TrimEnd('%')) is not { } percent ? null
        : percent <= 100 ? (double)(percent / 100)
        : throw new FormatException(cell);

    /// <summary>A number from 0 up; null when there is none.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static double? Number(string cell) =>
        IsNone(cell) ? null
        : double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture) is >= 0 and < double.PositiveInfinity and var number ? number
        : throw new FormatException(cell);

    /// <summary>A number from 0 up that keeps its decimal places, such as money; null when there is none.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static decimal? Decimal(string cell) =>
        IsNone(cell) ? null
        : decimal.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture) is >= 0 and var number ? number
        : throw new FormatException(cell);

    /// <summary>A rank; 0 when there is none.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static int Rank(string cell) => IsNone(cell) ? 0 : int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">The word is not known.</exception>
    public static Openness Category(string cell) =>
        Is(cell, Words.Commercial) ? Openness.Commercial
        : Is(cell, Words.Open) ? Openness.Open
        : IsNone(cell) ? Openness.Unknown
        : throw new FormatException(cell);

    /// <summary>A house's name; empty when there is none.</summary>
    public static string House(string cell) => IsNone(cell) ? "" : MarkdownText.Unescape(cell);

    /// <summary>A model's name, without the mark of new ones and the link to try it, which tells whether it is open.</summary>
    public static BoardRow Model(string cell)
    {
        var parts = NameAndLink().Match(cell);
        var link = parts.Groups["link"].Value;
        return new BoardRow(MarkdownText.Unescape(parts.Groups["name"].Value))
        {
            IsNew = parts.Groups["new"].Success,
            Openness = link.Contains("type=open-source", StringComparison.Ordinal) ? Openness.Open
                : link.Contains("type=proprietary", StringComparison.Ordinal) ? Openness.Commercial
                : Openness.Unknown,
        };
    }

    private static bool Is(string cell, Phrase word) => cell == word.Chinese || cell == word.English;

    private static bool IsNone(string cell) => cell.Trim() is "" or Figures.None or "-";

    [GeneratedRegex(@"^(?<name>.*?)(?<new>\(new\))?(?:☛\[[^\]]*\]\((?<link>[^)]*)\))?$", RegexOptions.Singleline)]
    private static partial Regex NameAndLink();
}
