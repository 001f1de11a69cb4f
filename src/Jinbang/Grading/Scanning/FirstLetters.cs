using System.Buffers;
using System.Collections.Frozen;

namespace Jinbang.Grading.Scanning;

/// <summary>Phrases to be found by how they begin: far faster than searching for all of them at once, since most places
/// of a text begin none.</summary>
internal sealed class FirstLetters
{
    private readonly SearchValues<char> firsts;
    private readonly FrozenDictionary<int, string[]> byPair;
    private readonly FrozenDictionary<int, string> singles;

    /// <summary>The given phrases, whatever their case.</summary>
    public FirstLetters(IEnumerable<string> phrases)
    {
        var lower = phrases.Select(phrase => phrase.ToLowerInvariant()).Distinct().ToList();
        firsts = SearchValues.Create([.. lower.SelectMany(phrase => new[] { phrase[0], char.ToUpperInvariant(phrase[0]) }).Distinct()]);
        singles = lower.Where(phrase => phrase.Length == 1).ToFrozenDictionary(phrase => (int)phrase[0]);
        byPair = lower.Where(phrase => phrase.Length > 1).GroupBy(phrase => Pair(phrase[0], phrase[1]))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray());
    }

    /// <summary>The first place from <paramref name="from"/> on where a phrase stands as whole words, and the longest that does.</summary>
    public (int At, string Phrase)? Next(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (char.IsAsciiLetter(text[at]) && at > 0 && Marks.IsWord(text[at - 1]))
            {
                continue;
            }

            if (firsts.Contains(text[at]) && At(text, at) is { } phrase)
            {
                return (at, phrase);
            }
        }

        return null;
    }

    /// <summary>The longest phrase that stands at a place as whole words; null when none does.</summary>
    public string? At(ReadOnlySpan<char> text, int at)
    {
        if (!Marks.IsWordEdge(text, at))
        {
            return null;
        }

        var first = char.ToLowerInvariant(text[at]);
        if (at + 1 < text.Length && byPair.TryGetValue(Pair(first, char.ToLowerInvariant(text[at + 1])), out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (text[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && Marks.IsWordEdge(text, at + phrase.Length))
                {
                    return phrase;
                }
            }
        }

        return singles.TryGetValue(first, out var single) && Marks.IsWordEdge(text, at + 1) ? single : null;
    }

    private static int Pair(char first, char second) => (first << 16) | second;
}
