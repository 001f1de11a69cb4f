namespace Jinbang.Grading.Scanning;

/// <summary>Finds the first of some phrases in folded text, in one pass, whatever their case.</summary>
internal sealed class PhraseFinder(params string[] phrases)
{
    private readonly FirstLetters words = new(phrases);

    /// <summary>Where the first phrase begins, and the rest of its line up to 40 characters; null when there is none.</summary>
    public Place? First(ReadOnlySpan<char> text) => Next(text, 0);

    /// <summary>The first from a place on.</summary>
    public Place? Next(ReadOnlySpan<char> text, int from)
    {
        if (words.Next(text, from) is not var (at, _))
        {
            return null;
        }

        var line = text.Slice(at, Math.Min(40, text.Length - at));
        return new(at, line.IndexOf('\n') is var end and >= 0 ? end : line.Length);
    }

    /// <summary>Whether one of the phrases stands at a place.</summary>
    public bool IsAt(ReadOnlySpan<char> text, int at) => at < text.Length && words.At(text, at) is not null;
}
