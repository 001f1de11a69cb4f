using System.Buffers;
using System.Collections.Frozen;

namespace Jinbang.Grading.Scanning;

/// <summary>Phrases to be found by how they begin: far faster than searching for all of them at once, since most places
/// of a text begin none.</summary>
internal sealed class FirstLetters
{
    private readonly SearchValues<char> firsts;
    private readonly FrozenDictionary<char, string[]> byFirst;

    /// <summary>The given phrases, whatever their case.</summary>
    public FirstLetters(IEnumerable<string> phrases)
    {
        byFirst = phrases.GroupBy(phrase => char.ToLowerInvariant(phrase[0]))
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Length).ToArray());
        firsts = SearchValues.Create([.. byFirst.Keys, .. byFirst.Keys.Select(char.ToUpperInvariant)]);
    }

    /// <summary>The first place from <paramref name="from"/> on where a phrase may begin; the end of the text without one.</summary>
    public int Next(ReadOnlySpan<char> text, int from) => text[from..].IndexOfAny(firsts) is >= 0 and var found ? from + found : text.Length;

    /// <summary>The longest phrase that stands at a place as whole words; null when none does.</summary>
    public string? At(ReadOnlySpan<char> text, int at)
    {
        if (!Marks.IsWordEdge(text, at) || !byFirst.TryGetValue(char.ToLowerInvariant(text[at]), out var phrases))
        {
            return null;
        }

        var second = at + 1 < text.Length ? char.ToLowerInvariant(text[at + 1]) : '\0';
        foreach (var phrase in phrases)
        {
            if ((phrase.Length == 1 || char.ToLowerInvariant(phrase[1]) == second) && text[at..].StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && Marks.IsWordEdge(text, at + phrase.Length))
            {
                return phrase;
            }
        }

        return null;
    }
}
