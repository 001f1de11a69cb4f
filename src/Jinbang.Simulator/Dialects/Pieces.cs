namespace Jinbang.Simulator.Dialects;

/// <summary>Cuts a text into what the events of a stream carry.</summary>
internal static class Pieces
{
    private const int Length = 8;

    /// <summary>The pieces in order, about two tokens of Latin text each, no surrogate pair torn.</summary>
    public static IEnumerable<string> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = Math.Min(start + Length, text.Length);
            end += end < text.Length && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
            yield return text[start..end];
            start = end;
        }
    }
}
