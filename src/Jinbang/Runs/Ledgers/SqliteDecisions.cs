using System.Globalization;
using Jinbang.Exams.Decisions;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>People's decisions about questions in the SQLite ledger. Rows are only ever added.</summary>
internal static class SqliteDecisions
{
    /// <summary>The columns of a decision.</summary>
    public static readonly string[] Columns =
        ["id", "exam", "language", "question", "text", "kind", "file_key", "reason", "decided_at", "new_key", "decided_by"];

    public static void Add(SqliteTransaction transaction, KeyDecision decision)
    {
        object?[] values =
        [
            null, decision.Exam, decision.Language.ToString(), decision.Question, decision.Text, decision.Kind.ToString(), decision.FileKey,
            decision.Reason, decision.DecidedAt.ToString("O", CultureInfo.InvariantCulture), decision.Key, decision.By,
        ];
        using var insert = transaction.Connection!.Command(
            $"INSERT INTO key_decision ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(column => "$" + column))})",
            [.. Columns.Zip(values, (column, value) => ("$" + column, value))]);
        insert.ExecuteNonQuery();
    }

    public static async Task<IReadOnlyList<KeyDecision>> OfAsync(SqliteReads reads, string exam, Language language, CancellationToken cancellationToken) =>
        await reads.SelectAsync(
            $"SELECT {string.Join(", ", Columns)} FROM key_decision WHERE exam = $exam AND language = $language ORDER BY id",
            [("$exam", exam), ("$language", language.ToString())], Read, cancellationToken).ToListAsync(cancellationToken);

    public static KeyDecision Read(SqliteDataReader row) => new(
        row.GetString(1), Enum.Parse<Language>(row.GetString(2)), row.GetString(3), row.GetString(4), Enum.Parse<DecisionKind>(row.GetString(5)),
        row.GetString(6), row.GetString(7), DateTimeOffset.Parse(row.GetString(8), CultureInfo.InvariantCulture))
    {
        Key = SqliteReply.Text(row, 9),
        By = SqliteReply.Text(row, 10),
    };
}
