using System.Buffers;

namespace Jinbang.Grading.Instructions;

/// <summary>Cuts an English text at the signs at which the Penn Treebank and NLTK's <c>word_tokenize</c> part words.
/// Signs are not given, nor points and apostrophes at the end of a word.</summary>
internal ref struct TreebankTokens(ReadOnlySpan<char> text)
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(";@#$%&?!*()[]{}<>\"`«»“”‘’„‒–—―");

    private readonly ReadOnlySpan<char> text = text;
    private int at;

    /// <summary>The word.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>The words from the first on.</summary>
    public readonly TreebankTokens GetEnumerator() => this;

    /// <summary>Goes on to the next word, if there is one.</summary>
    public bool MoveNext()
    {
        Current = [];
        while (at < text.Length && Current.IsEmpty)
        {
            var start = at++;
            while (!IsSeparator(start) && at < text.Length && !IsSeparator(at))
            {
                at++;
            }

            Current = IsSeparator(start) ? [] : text[start..at].TrimEnd("'.");
        }

        return !Current.IsEmpty;
    }

    // Commas and colons stay within numbers, points and hyphens where they are single, apostrophes behind letters.
    private readonly bool IsSeparator(int place)
    {
        var c = text[place];
        return char.IsWhiteSpace(c) || Separators.Contains(c)
            || (c is ',' or ':' && !(place + 1 < text.Length && char.IsDigit(text[place + 1])))
            || (c is '\'' && !(place > 0 && Signs.IsWord(text[place - 1])))
            || (c is '.' or '-' or '\'' && ((place > 0 && text[place - 1] == c) || (place + 1 < text.Length && text[place + 1] == c)));
    }
}
