using Jinbang.Exams.Checks;

namespace Jinbang.Grading.Instructions;

/// <summary>How a reply begins and ends: IFEval's combination:repeat_prompt, startend:end_checker and startend:quotation.</summary>
internal static class Edges
{
    private static readonly (char Open, char Close)[] ChineseQuotes = [('"', '"'), ('“', '”'), ('「', '」'), ('『', '』'), ('＂', '＂')];

    /// <summary>Whether the reply begins with a text, case and outer blanks aside.</summary>
    public static bool StartsWith(string start, string text) =>
        text.AsSpan().Trim().StartsWith(start.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the reply ends with a phrase, case and closing quotation marks aside; in Chinese, full-width signs
    /// are as good as others.</summary>
    public static bool EndsWith(string phrase, string text, bool isChinese)
    {
        var end = isChinese ? HalfWidth.Of(text).AsSpan().Trim().TrimEnd("\"”」』") : text.AsSpan().Trim().Trim('"');
        return end.EndsWith((isChinese ? HalfWidth.Of(phrase) : phrase).AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether the reply stands in double quotation marks; in Chinese also in “”, 「」 and 『』.</summary>
    public static bool AreQuotes(string text, bool isChinese)
    {
        var said = text.Trim();
        return said.Length > 1 && (isChinese ? ChineseQuotes : ChineseQuotes[..1]).Contains((said[0], said[^1]));
    }
}
