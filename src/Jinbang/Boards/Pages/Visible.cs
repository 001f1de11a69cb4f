using System.Globalization;
using System.Text;

namespace Jinbang.Boards.Pages;

/// <summary>Texts of several lines as they are, but that nothing in them is hidden or turns the direction of writing.</summary>
public static class Visible
{
    /// <summary>The text with controls and marks of direction by their numbers, such as ⟨U+001B⟩.</summary>
    public static string Text(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' or '\t' => shown.Append((char)rune.Value),
                _ when IsHidden(rune) => shown.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩"),
                _ => shown.Append(rune.ToString()),
            };
        }

        return shown.ToString();
    }

    private static bool IsHidden(Rune rune) => rune.Value
        is < ' ' or (>= 0x7F and <= 0x9F) or 0x061C or (>= 0x200E and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFFFE or 0xFFFF;
}
