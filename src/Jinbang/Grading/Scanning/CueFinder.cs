using System.Collections.Frozen;

namespace Jinbang.Grading.Scanning;

/// <summary>Finds cues in folded text in one pass.</summary>
internal sealed class CueFinder
{
    private readonly FirstLetters words;
    private readonly FrozenDictionary<string, CueKind> kinds;

    /// <summary>A finder of the given words; among cues at one place the longest is found.</summary>
    public CueFinder(params (CueKind Kind, string[] Words)[] cues)
    {
        kinds = cues.SelectMany(cue => cue.Words.Select(word => (word: word.ToLowerInvariant(), cue.Kind))).ToFrozenDictionary(cue => cue.word, cue => cue.Kind);
        words = new(kinds.Keys);
    }

    /// <summary>The next cue that begins at or after <paramref name="from"/>, or null.</summary>
    public Cue? Next(ReadOnlySpan<char> text, int from) => words.Next(text, from) is var (at, word) ? Of(at, word) : null;

    /// <summary>The longest cue that begins at a place, or null.</summary>
    public Cue? At(ReadOnlySpan<char> text, int at) => words.At(text, at) is { } word ? Of(at, word) : null;

    private Cue Of(int at, string word) => new(kinds[word], at, at + word.Length);
}
