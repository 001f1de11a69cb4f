using System.Globalization;
using Jinbang.Grading;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>An attempt as a row of the SQLite ledger, both ways.</summary>
internal static class SqliteRow
{
    /// <summary>The columns that hold the grade, in the order of <see cref="GradeValues"/>.</summary>
    public static readonly string[] GradeColumns =
    [
        "verdict", "points", "reading_kind", "reading_answer", "reading_rule",
        "reading_start", "reading_length", "reading_confidence", "graded_by", "judged_by", "marked_by",
    ];

    /// <summary>The columns, in the order of <see cref="Values"/> and <see cref="Read"/>.</summary>
    public static readonly string[] Columns = ["key", "question", "repeat", "asked_at", "request", .. SqliteReply.Columns, .. GradeColumns];

    private const int ReplyAt = 5;
    private static readonly int GradeAt = ReplyAt + SqliteReply.Columns.Length;

    public static object?[] Values(LedgerEntry entry) =>
    [
        entry.Key, entry.Question, entry.Repeat, entry.AskedAt.ToString("O", CultureInfo.InvariantCulture), entry.Request,
        .. SqliteReply.Values(entry.Reply), .. GradeValues(entry),
    ];

    public static object?[] GradeValues(LedgerEntry entry) =>
    [
        entry.Grade?.Verdict.ToString(), entry.Grade?.Points.ToString(CultureInfo.InvariantCulture),
        entry.Grade?.Reading.Kind.ToString(), entry.Grade?.Reading.Answer, entry.Grade?.Reading.Rule,
        entry.Grade?.Reading.Start, entry.Grade?.Reading.Length, entry.Grade?.Reading.Confidence, entry.GradedBy, entry.JudgedBy, entry.MarkedBy,
    ];

    public static LedgerEntry Read(SqliteDataReader row)
    {
        var asked = DateTimeOffset.Parse(row.GetString(3), CultureInfo.InvariantCulture);
        return new LedgerEntry(row.GetString(0), row.GetString(1), row.GetInt32(2), asked, SqliteReply.Read(row, ReplyAt), ReadGrade(row, GradeAt))
        {
            Request = SqliteReply.Text(row, 4),
            GradedBy = SqliteReply.Text(row, GradeAt + 8),
            JudgedBy = SqliteReply.Text(row, GradeAt + 9),
            MarkedBy = SqliteReply.Text(row, GradeAt + 10),
        };
    }

    private static Grade? ReadGrade(SqliteDataReader row, int at) => SqliteReply.Text(row, at) is not { } verdict
        ? null
        : new Grade(
            Enum.Parse<Verdict>(verdict),
            decimal.Parse(row.GetString(at + 1), CultureInfo.InvariantCulture),
            new Reading(
                Enum.Parse<ReadingKind>(row.GetString(at + 2)), row.GetString(at + 3), row.GetString(at + 4),
                row.GetInt32(at + 5), row.GetInt32(at + 6), row.GetDouble(at + 7)));
}
