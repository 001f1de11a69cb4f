namespace Jinbang.Grading.Instructions;

/// <summary>Counts words in capital letters for IFEval's change_case:capital_word_frequency.</summary>
internal static class CapitalWords
{
    /// <summary>The number of tokens in capital letters; in Chinese, of runs of Latin letters.</summary>
    public static int Count(string text, bool isChinese) => isChinese ? CountRuns(text) : CountTokens(text);

    private static int CountTokens(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var token in new TreebankTokens(text))
        {
            count += LetterCase.IsAllCapital(token) ? 1 : 0;
        }

        return count;
    }

    private static int CountRuns(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (end > at && text[end] is '-' or '\'' or '’')))
            {
                end++;
            }

            count += LetterCase.IsAllCapital(text[at..end]) ? 1 : 0;
            at = Math.Max(at + 1, end);
        }

        return count;
    }
}
