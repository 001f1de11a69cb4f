using System.Globalization;
using CsvHelper.Configuration;

namespace Jinbang.Boards;

/// <summary>How CSV is written that spreadsheets open.</summary>
internal static class SpreadsheetCsv
{
    /// <summary>Lines end as RFC 4180 has it; a text with any sort of line break is quoted, or what follows it would begin a line of its own.</summary>
    public static CsvConfiguration Form => new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = cell => cell.Field.AsSpan().ContainsAny('\r', '\n') || ConfigurationFunctions.ShouldQuote(cell),
    };
}
