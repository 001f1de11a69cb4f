using System.Text;
using System.Text.Json;
using CsvHelper;
using Jinbang.Boards.Formats;

namespace Jinbang.Boards.Items;

/// <summary>One line a question, for spreadsheets, with the same care as <see cref="CsvFormat"/>.</summary>
public static class ItemCsv
{
    private static readonly string[] Headings =
    [
        "place", "question", "stratum", "key", "models", "difficulty", "discrimination", "top_less_bottom", "picks", "graded", "unreadable",
        "unanswered", "refused", "failed", "rival", "margin", "key_chance", "suspicion", "flags", "twins", "decision",
    ];

    /// <summary>Writes all questions in the order of the exam file.</summary>
    public static void Write(ItemReport report, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(writer, SpreadsheetCsv.Form);
        foreach (var heading in Headings)
        {
            csv.WriteField(heading);
        }

        csv.NextRecord();
        foreach (var row in report.Rows)
        {
            Write(row, csv);
            csv.NextRecord();
        }
    }

    private static void Write(ItemRow row, CsvWriter csv)
    {
        csv.WriteField(row.Place);
        foreach (var text in (string[])[row.Question, row.Stratum ?? "", row.Key])
        {
            csv.WriteField(SpreadsheetText.Harmless(text));
        }

        csv.WriteField(row.Models);
        csv.WriteField(row.Difficulty);
        csv.WriteField(row.Discrimination);
        csv.WriteField(row.TopLessBottom);
        csv.WriteField(string.Join(' ', row.Options.Select(option => $"{option.Letter}:{option.Picks}")));
        csv.WriteField(row.Attempts.Graded);
        csv.WriteField(row.Attempts.Unreadable);
        csv.WriteField(row.Attempts.Unanswered);
        csv.WriteField(row.Attempts.Refused);
        csv.WriteField(row.Attempts.Failed);
        csv.WriteField(row.Rival ?? "");
        csv.WriteField(row.Margin);
        csv.WriteField(row.KeyChance);
        csv.WriteField(row.Suspicion);
        csv.WriteField(string.Join(' ', row.Flags.Select(flag => JsonNamingPolicy.KebabCaseLower.ConvertName(flag.ToString()))));
        csv.WriteField(SpreadsheetText.Harmless(string.Join(' ', row.Twins.Select(twin => $"{twin.Exam}:{twin.Question}"))));
        csv.WriteField(row.Decision?.Kind.ToString().ToLowerInvariant() ?? "");
    }
}
