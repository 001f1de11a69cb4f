using System.Text.RegularExpressions;
using Jinbang.Exams.Checks;

namespace Jinbang.Grading.Instructions;

/// <summary>A postscript: IFEval's detectable_content:postscript.</summary>
internal static partial class Postscript
{
    /// <summary>Whether the marker of a postscript occurs; "P.S." and "P.P.S" may have a blank behind each point.</summary>
    public static bool Follows(string marker, string text, bool isChinese)
    {
        // In Chinese, full-width signs are as good as others.
        var (sought, place) = isChinese ? (HalfWidth.Of(marker), HalfWidth.Of(text)) : (marker, text);
        return sought switch
        {
            "P.S." => Ps().IsMatch(place),
            "P.P.S" => Pps().IsMatch(place),
            _ => Keywords.Occurs(sought, place),
        };
    }

    [GeneratedRegex(@"p\.\s?s\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ps();

    [GeneratedRegex(@"p\.\s?p\.\s?s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pps();
}
