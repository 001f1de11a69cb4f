using System.Buffers;

namespace Jinbang.Grading.Scanning;

/// <summary>Finds cues in folded text in one pass.</summary>
internal sealed class CueFinder
{
    private readonly SearchValues<string> search;
    private readonly ILookup<char, (string Text, CueKind Kind)> byFirst;

    /// <summary>A finder of the given words; among cues at one place the longest is found.</summary>
    public CueFinder(params (CueKind Kind, string[] Words)[] cues)
    {
        var all = cues.SelectMany(cue => cue.Words.Select(word => (Text: word, cue.Kind))).ToArray();
        search = SearchValues.Create([.. all.Select(cue => cue.Text)], StringComparison.OrdinalIgnoreCase);
        byFirst = all.OrderByDescending(cue => cue.Text.Length).ToLookup(cue => cue.Text[0]);
    }

    /// <summary>The next cue that begins at or after <paramref name="from"/>, or null.</summary>
    public Cue? Next(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            var found = text[from..].IndexOfAny(search);
            if (found < 0)
            {
                return null;
            }

            from += found;
            if (At(text, from) is { } cue)
            {
                return cue;
            }

            from++;
        }

        return null;
    }

    /// <summary>The longest cue that begins at a place, or null.</summary>
    public Cue? At(ReadOnlySpan<char> text, int at)
    {
        foreach (var (word, kind) in byFirst[char.ToLowerInvariant(text[at])])
        {
            var end = at + word.Length;
            if (text[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase) && Marks.IsWordEdge(text, at) && Marks.IsWordEdge(text, end))
            {
                return new(kind, at, end);
            }
        }

        return null;
    }
}
