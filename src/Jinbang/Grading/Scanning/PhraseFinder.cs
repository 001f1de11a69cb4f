using System.Buffers;

namespace Jinbang.Grading.Scanning;

/// <summary>Finds the first of some phrases in folded text, in one pass, whatever their case.</summary>
internal sealed class PhraseFinder(params string[] phrases)
{
    private readonly SearchValues<string> search = SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);
    private readonly int longest = phrases.Max(phrase => phrase.Length);

    /// <summary>Where the first phrase begins, and the rest of its line up to 40 characters; null when there is none.</summary>
    public Place? First(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAny(search);
        if (at < 0)
        {
            return null;
        }

        var line = text.Slice(at, Math.Min(40, text.Length - at));
        return new(at, line.IndexOf('\n') is var end and >= 0 ? end : line.Length);
    }

    /// <summary>Whether one of the phrases stands at a place.</summary>
    public bool IsAt(ReadOnlySpan<char> text, int at) => text[at..Math.Min(text.Length, at + longest)].IndexOfAny(search) == 0;
}
