using System.Globalization;
using Jinbang.Grading;
using Jinbang.Runs.Marks;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>Marks as rows of the SQLite ledger, which are added and never changed.</summary>
internal static class SqliteMarks
{
    /// <summary>The columns, in the order of <see cref="Read"/>.</summary>
    public static readonly string[] Columns =
    [
        "key", "sitting", "attempt", "exam", "model", "question", "repeat", "given_at", "given_by", "reason", "verdict", "points", "answer_key",
        "before_verdict", "before_points", "before_rule", "after_verdict", "after_points", "after_rule",
    ];

    public static void Keep(SqliteTransaction transaction, LedgerMark mark)
    {
        using var insert = transaction.Connection!.Command(
            $"INSERT INTO mark ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(column => "$" + column))})",
            [.. Columns.Zip(Values(mark), (column, value) => ("$" + column, value))]);
        insert.ExecuteNonQuery();
    }

    public static IAsyncEnumerable<LedgerMark> AllAsync(SqliteReads reads, CancellationToken cancellationToken) =>
        reads.SelectAsync($"SELECT {string.Join(", ", Columns)} FROM mark ORDER BY id", [], Read, cancellationToken);

    public static async Task<LedgerMark?> FindAsync(SqliteReads reads, string key, CancellationToken cancellationToken) => await reads.SelectAsync(
        $"SELECT {string.Join(", ", Columns)} FROM mark WHERE key = $key", [("$key", key)], Read, cancellationToken).FirstOrDefaultAsync(cancellationToken);

    public static LedgerMark Read(SqliteDataReader row) => new(
        row.GetString(1), row.GetString(2), DateTimeOffset.Parse(row.GetString(7), CultureInfo.InvariantCulture), row.GetString(8), row.GetString(9),
        row.IsDBNull(10) ? null : new HumanMark(row.GetString(8), Enum.Parse<Verdict>(row.GetString(10)), Points(row.GetString(11)), row.GetString(12)))
    {
        Exam = row.GetString(3),
        Model = row.GetString(4),
        Question = row.GetString(5),
        Repeat = row.GetInt32(6),
        AnswerKey = row.GetString(12),
        Before = ReadGrade(row, 13),
        After = ReadGrade(row, 16),
    };

    private static MarkedGrade? ReadGrade(SqliteDataReader row, int at) => row.IsDBNull(at)
        ? null
        : new(Enum.Parse<Verdict>(row.GetString(at)), Points(row.GetString(at + 1)), row.GetString(at + 2));

    private static object?[] Values(LedgerMark mark) =>
    [
        mark.Key, mark.Sitting, mark.Attempt, mark.Exam, mark.Model, mark.Question, mark.Repeat,
        mark.GivenAt.ToString("O", CultureInfo.InvariantCulture), mark.By, mark.Reason, mark.Mark?.Verdict.ToString(), Text(mark.Mark?.Points), mark.AnswerKey,
        mark.Before?.Verdict.ToString(), Text(mark.Before?.Points), mark.Before?.Rule,
        mark.After?.Verdict.ToString(), Text(mark.After?.Points), mark.After?.Rule,
    ];

    private static string? Text(decimal? points) => points?.ToString(CultureInfo.InvariantCulture);

    private static decimal Points(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
