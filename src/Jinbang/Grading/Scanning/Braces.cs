namespace Jinbang.Grading.Scanning;

/// <summary>Finds where braces close.</summary>
internal static class Braces
{
    private const int Longest = 500;

    /// <summary>The closing brace of a frame whose inside begins at a place, or the end of the line.</summary>
    public static int End(ReadOnlySpan<char> text, int at)
    {
        var depth = 1;
        var limit = Math.Min(text.Length, at + Longest);
        for (; at < limit; at++)
        {
            depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
            if (depth == 0 || text[at] == '\n')
            {
                return at;
            }
        }

        return limit;
    }
}
