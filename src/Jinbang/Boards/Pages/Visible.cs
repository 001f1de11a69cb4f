using System.Globalization;
using System.Text;

namespace Jinbang.Boards.Pages;

/// <summary>Texts of several lines as they are, but that nothing in them is hidden or turns the direction of writing.</summary>
internal static class Visible
{
    // The pictures of control characters stand in their order.
    private const int FirstPicture = 0x2400;
    private const int PictureOfDelete = 0x2421;

    /// <summary>The text with controls as their pictures (␛), and marks of direction by their numbers.</summary>
    public static string Text(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\n' or '\t' => shown.Append((char)rune.Value),
                < ' ' => shown.Append((char)(FirstPicture + rune.Value)),
                0x7F => shown.Append((char)PictureOfDelete),
                _ when TurnsWriting(rune) => shown.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩"),
                _ => shown.Append(rune.ToString()),
            };
        }

        return shown.ToString();
    }

    private static bool TurnsWriting(Rune rune) => rune.Value
        is 0x061C or (>= 0x200E and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
        or (>= 0x80 and <= 0x9F) or 0xFFFE or 0xFFFF;
}
