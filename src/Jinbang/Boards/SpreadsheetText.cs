namespace Jinbang.Boards;

/// <summary>Text in spreadsheets that stays text.</summary>
internal static class SpreadsheetText
{
    private const string FormulaStarts = "=+-@＝＋－＠";

    /// <summary>The text, with a leading apostrophe if a spreadsheet might take it for a formula: opening a file must never
    /// run what somebody named a model.</summary>
    public static string Harmless(string text) =>
        text.TrimStart() is [var first, ..] && FormulaStarts.Contains(first) ? "'" + text : text;
}
