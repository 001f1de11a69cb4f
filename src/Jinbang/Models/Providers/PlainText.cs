using System.Globalization;

namespace Jinbang.Models.Providers;

/// <summary>Makes a stranger's words fit to be shown: one short line without control characters and without the key.</summary>
internal static class PlainText
{
    private const int Longest = 300;

    public static string Of(string words, Redaction redaction)
    {
        var shown = string.Concat(words
            .Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter)
            .Where(letter => !char.IsControl(letter) && !IsInvisible(letter)));
        // The key goes before the text is cut, so that no part of it is left at the end.
        return Cut(redaction.Of(shown).Trim());
    }

    private static string Cut(string text)
    {
        var most = Longest - 1;
        return text.Length <= Longest ? text : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]}…";
    }

    // Marks that reorder or hide text on a terminal.
    private static bool IsInvisible(char letter) => char.GetUnicodeCategory(letter) is UnicodeCategory.Format;
}
