using Jinbang.Models;

namespace Jinbang.Runs.Planning;

/// <summary>How long a text is, for tokens: a tokenizer makes about a token of each Chinese, Japanese or Korean character, and
/// one of several others.</summary>
/// <param name="Wide">Its UTF-16 units of such scripts, full-width signs included.</param>
/// <param name="Narrow">All others.</param>
internal readonly record struct TextSize(long Wide, long Narrow)
{
    /// <summary>Whether most of its tokens are of Chinese, Japanese or Korean.</summary>
    public bool IsMostlyWide => Wide * 3 > Narrow;

    public static TextSize operator +(TextSize first, TextSize second) => new(first.Wide + second.Wide, first.Narrow + second.Narrow);

    public static TextSize Of(Prompt prompt) => Of(prompt.Text) + Of(prompt.System);

    private static TextSize Of(ReadOnlySpan<char> text)
    {
        var wide = 0;
        foreach (var unit in text)
        {
            wide += IsWide(unit) ? 1 : 0;
        }

        return new(wide, text.Length - wide);
    }

    private static bool IsWide(char unit) =>
        unit is (>= '\u2E80' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF');
}
