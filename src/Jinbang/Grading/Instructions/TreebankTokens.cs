using System.Buffers;

namespace Jinbang.Grading.Instructions;

/// <summary>Cuts an English text into words as the Penn Treebank and NLTK's <c>word_tokenize</c> do, as far as letters go:
/// signs are parted from words, and clitics ('s, 'll, n't) and fused words (cannot, gonna) are cut. Signs are not given.</summary>
internal ref struct TreebankTokens(ReadOnlySpan<char> text)
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(";@#$%&?!*()[]{}<>\"`«»“”‘’„‒–—―");
    private static readonly string[] Clitics = ["'s", "'m", "'d", "'ll", "'re", "'ve", "n't"];
    private static readonly (string Whole, int Cut)[] Fused =
        [("cannot", 3), ("d'ye", 1), ("gimme", 3), ("gonna", 3), ("gotta", 3), ("lemme", 3), ("more'n", 4), ("wanna", 3)];

    private readonly ReadOnlySpan<char> text = text;
    private int at;
    private int cut = -1;
    private int end;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly TreebankTokens GetEnumerator() => this;

    public bool MoveNext()
    {
        // The second part of a word that was cut.
        if (cut >= 0)
        {
            Current = text[cut..end];
            cut = -1;
            return true;
        }

        while (at < text.Length)
        {
            var start = at;
            at = WordEnd(start);
            end = start + text[start..at].TrimEnd("'.").Length;
            if (end > start && !IsSeparator(start))
            {
                var length = FirstLength(text[start..end]);
                Current = text.Slice(start, length);
                cut = start + length < end ? start + length : -1;
                return true;
            }
        }

        return false;
    }

    private static int FirstLength(ReadOnlySpan<char> word)
    {
        foreach (var clitic in Clitics)
        {
            // 's, 'm and 'd may mix their cases, which one letter cannot; the longer ones may not.
            if (word.Length > clitic.Length && (word.EndsWith(clitic) || word.EndsWith(clitic.ToUpperInvariant()))
                && word[^(clitic.Length + 1)] != '\'')
            {
                return word.Length - clitic.Length;
            }
        }

        foreach (var (whole, length) in Fused)
        {
            if (word.Equals(whole, StringComparison.OrdinalIgnoreCase))
            {
                return length;
            }
        }

        return word.Length;
    }

    private readonly int WordEnd(int from)
    {
        var to = from + 1;
        while (to < text.Length && !IsSeparator(from) && !IsSeparator(to))
        {
            to++;
        }

        return to;
    }

    // Commas and colons stay within numbers; points, hyphens and apostrophes stay where they are single.
    private readonly bool IsSeparator(int place)
    {
        var c = text[place];
        return char.IsWhiteSpace(c) || Separators.Contains(c)
            || (c is ',' or ':' && !(place + 1 < text.Length && char.IsDigit(text[place + 1])))
            || (c is '.' or '-' or '\'' && ((place > 0 && text[place - 1] == c) || (place + 1 < text.Length && text[place + 1] == c)));
    }
}
