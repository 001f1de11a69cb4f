using System.Collections.Frozen;

namespace Jinbang.Grading.Instructions;

/// <summary>Counts words in capital letters for IFEval's change_case:capital_word_frequency.</summary>
internal static class CapitalWords
{
    private static readonly string[] Short = ["'s", "'m", "'d"];
    private static readonly string[] Long = ["'ll", "'re", "'ve", "n't"];

    // Words that the Treebank cuts in two.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fused = new[]
        { "cannot", "d'ye", "gimme", "gonna", "gotta", "lemme", "more'n", "wanna" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of tokens in capital letters; in Chinese, of runs of Latin letters.</summary>
    public static int Count(string text, bool isChinese) => isChinese ? CountRuns(text) : CountTokens(text);

    private static int CountTokens(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var token in new TreebankTokens(text))
        {
            var word = Cut(Cut(token, Short, ref count), Long, ref count);
            count += LetterCase.IsAllCapital(word) ? 1 : 0;
            count += LetterCase.IsAllCapital(word) && Fused.Contains(word) ? 1 : 0;
        }

        return count;
    }

    // A clitic is a word of its own; its letters have one case.
    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> word, string[] clitics, ref int count)
    {
        foreach (var clitic in clitics)
        {
            var isCapital = word.EndsWith(clitic.ToUpperInvariant());
            if ((isCapital || word.EndsWith(clitic)) && word.Length > clitic.Length && word[^(clitic.Length + 1)] != '\'')
            {
                count += isCapital ? 1 : 0;
                return word[..^clitic.Length];
            }
        }

        return word;
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
