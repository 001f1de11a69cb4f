namespace Jinbang.Grading.Instructions;

/// <summary>Keywords and letters: IFEval's keywords:existence, keywords:frequency, keywords:forbidden_words and
/// keywords:letter_frequency. Case never matters, and words are found within longer ones unless they are forbidden.</summary>
internal static class Keywords
{
    /// <summary>Whether a word occurs, be it within another.</summary>
    public static bool Occurs(string word, string text) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>How often a word or letter occurs, without overlaps.</summary>
    public static int Count(string word, string text)
    {
        var count = 0;
        for (var at = 0; (at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += word.Length)
        {
            count++;
        }

        return count;
    }

    /// <summary>Whether a word occurs between edges of words. In Chinese, which does not part its words, only Latin letters
    /// and digits beside it make it part of another.</summary>
    public static bool OccursAsWord(string word, string text, bool isChinese)
    {
        for (var at = 0; (at = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (IsEdge(text, at, isChinese) && IsEdge(text, at + word.Length, isChinese))
            {
                return true;
            }
        }

        return false;
    }

    // As \b does, an edge parts a character of a word from another or from nothing.
    private static bool IsEdge(string text, int at, bool isChinese)
    {
        var (before, after) = (at > 0 ? text[at - 1] : ' ', at < text.Length ? text[at] : ' ');
        return isChinese
            ? !IsNarrow(before) || !IsNarrow(after)
            : Signs.IsWord(before) != Signs.IsWord(after);
    }

    private static bool IsNarrow(char c) => Signs.IsWord(c) && !Signs.IsHan(c);
}
