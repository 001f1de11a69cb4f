using System.Globalization;
using System.Text;

namespace Jinbang.Grading.Instructions;

/// <summary>Classes of characters that the rules share.</summary>
internal static class Signs
{
    /// <summary>Whether a character is part of a word, as <c>\w</c> is in Python: a letter, a digit of any kind, or "_".</summary>
    public static bool IsWord(Rune rune) => rune.Value == '_' || Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>The same for half a surrogate pair, which is never a word's edge in practice.</summary>
    public static bool IsWord(char c) => Rune.TryCreate(c, out var rune) && IsWord(rune);

    /// <summary>Whether a character is a Chinese one.</summary>
    public static bool IsHan(Rune rune) => rune.Value is (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x323AF) or '〇';

    /// <summary>Whether a character is a Chinese one of the basic plane.</summary>
    public static bool IsHan(char c) => Rune.TryCreate(c, out var rune) && IsHan(rune);
}
