using System.Globalization;
using Jinbang.Grading;

namespace Jinbang.Runs.Ledgers;

/// <summary>An attempt as a row of the ledger, both ways.</summary>
internal static class SqlAttempt
{
    /// <summary>The columns that hold the grade, in the order of <see cref="GradeValues"/>.</summary>
    public static readonly string[] GradeColumns =
    [
        "verdict", "points", "reading_kind", "reading_answer", "reading_rule",
        "reading_start", "reading_length", "reading_confidence", "graded_by", "judged_by", "marked_by",
    ];

    /// <summary>The columns, in the order of <see cref="Values"/> and <see cref="Read"/>.</summary>
    public static readonly string[] Columns = ["key", "question", "repeat", "asked_at", "request", .. SqlReply.Columns, .. GradeColumns];

    /// <summary>Finds an attempt by <c>@request</c>, one with a reply first.</summary>
    public static readonly string SentText =
        $"SELECT {string.Join(", ", Columns)} FROM attempt WHERE request = @request ORDER BY outcome = 'Failed', id LIMIT 1";

    private const int ReplyAt = 5;
    private static readonly int GradeAt = ReplyAt + SqlReply.Columns.Length;

    public static object?[] Values(LedgerEntry entry) =>
    [
        entry.Key, entry.Question, entry.Repeat, entry.AskedAt.ToString("O", CultureInfo.InvariantCulture), entry.Request,
        .. SqlReply.Values(entry.Reply), .. GradeValues(entry),
    ];

    public static object?[] GradeValues(LedgerEntry entry) =>
    [
        entry.Grade?.Verdict.ToString(), entry.Grade?.Points,
        entry.Grade?.Reading.Kind.ToString(), entry.Grade?.Reading.Answer, entry.Grade?.Reading.Rule,
        entry.Grade?.Reading.Start, entry.Grade?.Reading.Length, entry.Grade?.Reading.Confidence, entry.GradedBy, entry.JudgedBy, entry.MarkedBy,
    ];

    public static LedgerEntry Read(LedgerRow row)
    {
        var asked = row.Time(3);
        return new LedgerEntry(row.GetString(0), row.GetString(1), row.GetInt32(2), asked, SqlReply.Read(row, ReplyAt), ReadGrade(row, GradeAt))
        {
            Request = row.Text(4),
            GradedBy = row.Text(GradeAt + 8),
            JudgedBy = row.Text(GradeAt + 9),
            MarkedBy = row.Text(GradeAt + 10),
        };
    }

    private static Grade? ReadGrade(LedgerRow row, int at) => row.Text(at) is not { } verdict
        ? null
        : new Grade(
            Enum.Parse<Verdict>(verdict),
            row.GetDecimal(at + 1),
            new Reading(
                Enum.Parse<ReadingKind>(row.GetString(at + 2)), row.GetString(at + 3), row.GetString(at + 4),
                row.GetInt32(at + 5), row.GetInt32(at + 6), row.GetDouble(at + 7)));
}
