namespace Jinbang.Simulator.Answers;

/// <summary>Counts tokens by a rule that anyone can check: one for a CJK character, one for four others.</summary>
internal static class TokenCount
{
    private const int NarrowPerToken = 4;

    /// <summary>Tokens of a text; a last group of fewer than four others counts as one.</summary>
    public static int Of(ReadOnlySpan<char> text)
    {
        var wide = Wide(text);
        return wide + Narrow(text.Length - wide);
    }

    /// <summary>The longest beginning of a text with at most so many tokens, no surrogate pair torn.</summary>
    public static string Beginning(string text, int tokens)
    {
        var (wide, narrow, length) = (0, 0, 0);
        while (length < text.Length)
        {
            _ = IsWide(text[length]) ? wide++ : narrow++;
            if (wide + Narrow(narrow) > tokens)
            {
                break;
            }

            length++;
        }

        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    /// <summary>The language that most tokens of a text are in.</summary>
    public static Language Script(ReadOnlySpan<char> text)
    {
        var wide = Wide(text);
        return wide > Narrow(text.Length - wide) ? Language.Chinese : Language.English;
    }

    private static int Wide(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var unit in text)
        {
            count += IsWide(unit) ? 1 : 0;
        }

        return count;
    }

    private static int Narrow(int units) => (units + NarrowPerToken - 1) / NarrowPerToken;

    private static bool IsWide(char unit) =>
        unit is (>= '\u2E80' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFFEF');
}
