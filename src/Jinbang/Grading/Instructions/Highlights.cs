namespace Jinbang.Grading.Instructions;

/// <summary>Highlighted sections: IFEval's detectable_format:number_highlighted_sections.</summary>
internal static class Highlights
{
    /// <summary>The number of texts on one line between single asterisks and of those between double ones, empty ones aside.</summary>
    public static int Count(string text) => Count(text, 1) + Count(text, 2);

    private static int Count(ReadOnlySpan<char> text, int stars)
    {
        var count = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!IsMarked(text, at, stars))
            {
                at++;
                continue;
            }

            var start = at + stars;
            var length = text[start..].IndexOfAny('*', '\n');
            var end = length < 0 ? text.Length : start + length;
            var isClosed = IsMarked(text, end, stars);
            count += isClosed && !text[start..end].IsWhiteSpace() ? 1 : 0;
            at = isClosed ? end + stars : end > start ? end : at + 1;
        }

        return count;
    }

    private static bool IsMarked(ReadOnlySpan<char> text, int at, int stars) =>
        at + stars <= text.Length && text[at] == '*' && text[at + stars - 1] == '*';
}
