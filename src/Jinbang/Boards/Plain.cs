using System.Globalization;
using System.Text;

namespace Jinbang.Boards;

/// <summary>Names and titles come from anybody: here they become one line of visible text.</summary>
public static class Plain
{
    /// <summary>The text with line breaks and controls as spaces, and without invisible characters (such as those that
    /// turn the direction of writing) and halves of characters, which XML and file systems refuse.</summary>
    public static string Text(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBreak(rune))
            {
                line.Append(' ');
            }
            else if (!IsInvisible(rune))
            {
                line.Append(rune);
            }
        }

        return line.ToString().Trim();
    }

    private static bool IsBreak(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        || rune.Value is >= 0xFE00 and <= 0xFE0F or 0xFFFE or 0xFFFF;
}
