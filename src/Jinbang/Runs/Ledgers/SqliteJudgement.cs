using System.Globalization;
using Jinbang.Grading.Judges;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>A judgement as a row of the SQLite ledger, both ways.</summary>
internal static class SqliteJudgement
{
    /// <summary>The columns, in the order of <see cref="Values"/> and <see cref="Read"/>.</summary>
    public static readonly string[] Columns =
        ["key", "sitting", "attempt", "use", "question", "asked_at", "judge", .. SqliteReply.Columns];

    public static object?[] Values(LedgerJudgement kept) =>
    [
        kept.Key, kept.Sitting, kept.Attempt, kept.Use.ToString(), kept.Question,
        kept.AskedAt.ToString("O", CultureInfo.InvariantCulture), kept.Judgement.Judge, .. SqliteReply.Values(kept.Judgement.Reply),
    ];

    public static LedgerJudgement Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), Enum.Parse<JudgementUse>(row.GetString(3)), row.GetString(4),
        DateTimeOffset.Parse(row.GetString(5), CultureInfo.InvariantCulture), new Judgement(row.GetString(6), SqliteReply.Read(row, 7)));
}
