using Jinbang.Grading.Scanning;

namespace Jinbang.Grading.Judges;

/// <summary>Compares words with those of a reply, whatever their spacing, case and width.</summary>
internal static class PlainWords
{
    /// <summary>Whether a text holds the words, whole: no part of a longer number or Latin word.</summary>
    public static bool Contain(string text, string words)
    {
        var (plain, sought) = (Of(text), Of(words));
        if (sought.Length == 0)
        {
            return false;
        }

        for (var at = plain.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(sought, at + 1, StringComparison.Ordinal))
        {
            if (Marks.IsWordEdge(plain, at) && Marks.IsWordEdge(plain, at + sought.Length) && !ContinuesNumber(plain, at, at + sought.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Folded, in lower case, every run of white space one blank.</summary>
    public static string Of(string text) => string.Join(
        ' ', Folding.Fold(text).Replace("\u200B", "", StringComparison.Ordinal).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool ContinuesNumber(string text, int start, int end) =>
        start > 1 && text[start - 1] is '.' or ',' && char.IsAsciiDigit(text[start - 2]) && char.IsAsciiDigit(text[start])
        || end + 1 < text.Length && text[end] is '.' or ',' && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end - 1])
        || start > 0 && text[start - 1] == '-' && char.IsAsciiDigit(text[start]);
}
