using System.Globalization;
using System.Text;
using CsvHelper;
using Jinbang.Boards.Columns;
using Jinbang.Grading.Repeats;

namespace Jinbang.Boards.Formats;

/// <summary>One line a model, for spreadsheets: unrounded, empty where unknown, English headings whatever the board's
/// language. It begins with a byte-order mark, without which Excel shows Chinese as garbage; and a text that begins
/// like a formula gets a leading apostrophe, so that opening the file never runs what somebody named a model. Columns of
/// repeats stand at the end, and only where something was asked more than once.</summary>
public sealed class CsvFormat : BoardFormat
{
    private static readonly string[] Headings =
    [
        "rank", "category", "house", "model", "new", "accuracy", "accuracy_low", "accuracy_high", "seconds", "tokens",
        "yuan_per_thousand_calls", "planned", "graded", "failed", "cut_off", "refused", "unreadable", "unanswered", "host",
        "state", "tied_first", "tied_last", "likely_first", "likely_last", "proven_first", "proven_last", "best_chance",
        "p50_seconds", "p90_seconds", "first_token_seconds", "asked", "retries", "exam_version", "published_by",
    ];

    /// <inheritdoc/>
    public override string Extension => "csv";

    /// <inheritdoc/>
    public override void Write(Board board, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        using var csv = new CsvWriter(writer, SpreadsheetCsv.Form);
        var ks = RepeatColumns.Ks(board).ToList();
        foreach (var heading in Headings.Concat(RepeatHeadings(ks)))
        {
            csv.WriteField(heading);
        }

        csv.NextRecord();
        foreach (var row in board.Rows)
        {
            Write(row, csv);
            Write(row.Repeats, ks, csv);
            csv.NextRecord();
        }
    }

    private static void Write(BoardRow row, CsvWriter csv)
    {
        csv.WriteField(row.Rank > 0 ? row.Rank : null as int?);
        csv.WriteField(Words.Code(row.Openness));
        csv.WriteField(SpreadsheetText.Harmless(row.House));
        csv.WriteField(SpreadsheetText.Harmless(row.Model));
        csv.WriteField(row.IsNew ? "yes" : "");
        csv.WriteField(row.Accuracy);
        csv.WriteField(row.AccuracyInterval?.Low);
        csv.WriteField(row.AccuracyInterval?.High);
        csv.WriteField(row.Seconds);
        csv.WriteField(row.Tokens);
        csv.WriteField(row.CostPerThousand);
        csv.WriteField(row.Coverage?.Planned);
        csv.WriteField(row.Coverage?.Graded);
        csv.WriteField(row.Coverage?.Failed);
        csv.WriteField(row.Coverage?.CutOff);
        csv.WriteField(row.Coverage?.Refused);
        csv.WriteField(row.Coverage?.Unreadable);
        csv.WriteField(row.Coverage?.Unanswered);
        csv.WriteField(SpreadsheetText.Harmless(row.Host));
        WriteRanks(row, csv);
        csv.WriteField(row.Timing?.Median);
        csv.WriteField(row.Timing?.P90);
        csv.WriteField(row.Timing?.FirstToken);
        csv.WriteField(row.Coverage?.Asked);
        csv.WriteField(row.Coverage?.Retries);
        csv.WriteField(row.ExamVersion);
        csv.WriteField(SpreadsheetText.Harmless(row.PublishedBy ?? ""));
    }

    private static void WriteRanks(BoardRow row, CsvWriter csv)
    {
        csv.WriteField(Words.Code(row.State));
        foreach (var range in new[] { row.Tied, row.LikelyRank, row.ProvenRank })
        {
            csv.WriteField(range?.First);
            csv.WriteField(range?.Last);
        }

        csv.WriteField(row.BestChance);
    }

    private static IEnumerable<string> RepeatHeadings(List<int> ks) => ks.Count == 0 ? [] :
        ["repeats", .. ks.Select(k => string.Create(CultureInfo.InvariantCulture, $"pass_at_{k}")), "majority", "variance", "unsteady", "short", "lowest_run", "highest_run", "sd_of_runs"];

    private static void Write(RepeatReport? repeats, List<int> ks, CsvWriter csv)
    {
        if (ks.Count == 0)
        {
            return;
        }

        csv.WriteField(repeats?.Planned);
        foreach (var k in ks)
        {
            csv.WriteField(RepeatColumns.PassAt(repeats, k));
        }

        csv.WriteField(repeats?.Majority);
        csv.WriteField(repeats?.Variance);
        csv.WriteField(repeats?.Unsteady);
        csv.WriteField(repeats?.Short);
        csv.WriteField(repeats?.Spread?.Lowest);
        csv.WriteField(repeats?.Spread?.Highest);
        csv.WriteField(repeats?.Spread?.Deviation);
    }

    /// <summary>The text that was made harmless.</summary>
    internal static string AsMeant(string cell) => cell is ['\'', .. var text] && SpreadsheetText.Harmless(text) == cell ? text : cell;
}
