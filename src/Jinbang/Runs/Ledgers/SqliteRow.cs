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
        "reading_start", "reading_length", "reading_confidence", "graded_by", "judged_by",
    ];

    /// <summary>The columns, in the order of <see cref="Values"/> and <see cref="Read"/>.</summary>
    public static readonly string[] Columns = ["key", "question", "repeat", "asked_at", .. SqliteReply.Columns, .. GradeColumns];

    public static object?[] Values(LedgerEntry entry) =>
    [
        entry.Key, entry.Question, entry.Repeat, entry.AskedAt.ToString("O", CultureInfo.InvariantCulture),
        .. SqliteReply.Values(entry.Reply), .. GradeValues(entry),
    ];

    public static object?[] GradeValues(LedgerEntry entry) =>
    [
        entry.Grade?.Verdict.ToString(), entry.Grade?.Points.ToString(CultureInfo.InvariantCulture),
        entry.Grade?.Reading.Kind.ToString(), entry.Grade?.Reading.Answer, entry.Grade?.Reading.Rule,
        entry.Grade?.Reading.Start, entry.Grade?.Reading.Length, entry.Grade?.Reading.Confidence, entry.GradedBy, entry.JudgedBy,
    ];

    public static LedgerEntry Read(SqliteDataReader row)
    {
        var asked = DateTimeOffset.Parse(row.GetString(3), CultureInfo.InvariantCulture);
        return new LedgerEntry(row.GetString(0), row.GetString(1), row.GetInt32(2), asked, SqliteReply.Read(row, 4), ReadGrade(row))
        {
            GradedBy = SqliteReply.Text(row, 26),
            JudgedBy = SqliteReply.Text(row, 27),
        };
    }

    private static Grade? ReadGrade(SqliteDataReader row) => SqliteReply.Text(row, 18) is not { } verdict
        ? null
        : new Grade(
            Enum.Parse<Verdict>(verdict),
            decimal.Parse(row.GetString(19), CultureInfo.InvariantCulture),
            new Reading(
                Enum.Parse<ReadingKind>(row.GetString(20)), row.GetString(21), row.GetString(22),
                row.GetInt32(23), row.GetInt32(24), row.GetDouble(25)));
}
