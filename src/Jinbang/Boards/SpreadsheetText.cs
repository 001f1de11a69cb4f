using System.Globalization;

namespace Jinbang.Boards;

/// <summary>Text in spreadsheets that stays text.</summary>
internal static class SpreadsheetText
{
    private const string FormulaStarts = "=+-@＝＋－＠";

    /// <summary>The text, with a leading apostrophe if a spreadsheet might take it for a formula: opening a file must never
    /// run what somebody named a model.</summary>
    public static string Harmless(string text) =>
        FormulaStarts.Contains(text.FirstOrDefault(IsSeen)) ? "'" + text : text;

    // Spreadsheets pass over what nobody sees, and may then find a formula.
    private static bool IsSeen(char letter) => !char.IsWhiteSpace(letter) && char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format);
}
