using System.Text;

namespace Jinbang.Models.Providers;

/// <summary>Makes a stranger's words fit to be shown: one short line without control characters and without the key.</summary>
internal static class PlainText
{
    private const int Longest = 300;

    public static string Of(string words, string? key)
    {
        var line = new StringBuilder(words.Length);
        foreach (var letter in words)
        {
            line.Append(char.IsWhiteSpace(letter) ? ' ' : letter);
        }

        var shown = string.Concat(line.ToString().Where(letter => !char.IsControl(letter) && !IsInvisible(letter)));
        // The key goes before the text is cut, so that no part of it is left at the end.
        shown = string.IsNullOrEmpty(key) ? shown : shown.Replace(key, "[key]", StringComparison.OrdinalIgnoreCase);
        shown = shown.Trim();
        return shown.Length <= Longest ? shown : $"{shown[..(Longest - 1)].TrimEnd('\uD800')}…";
    }

    // Marks that reorder or hide text on a terminal.
    private static bool IsInvisible(char letter) => char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.Format;
}
