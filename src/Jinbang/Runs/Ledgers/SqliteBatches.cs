using System.Globalization;
using Jinbang.Runs.Batches;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>Batches in the SQLite ledger.</summary>
internal static class SqliteBatches
{
    /// <summary>The columns of a batch.</summary>
    public static readonly string[] Columns = ["key", "sitting", "begun_at", "remote", "reserved_yuan", "ended_at"];

    /// <summary>The columns of an attempt in a batch.</summary>
    public static readonly string[] AttemptColumns = ["batch", "nth", "attempt"];

    public static void Begin(SqliteTransaction transaction, OpenBatch batch)
    {
        using var insert = transaction.Connection!.Command(
            "INSERT INTO batch (key, sitting, begun_at, reserved_yuan) VALUES ($key, $sitting, $begun, $reserved)",
            ("$key", batch.Key),
            ("$sitting", batch.Sitting),
            ("$begun", batch.BegunAt.ToString("O", CultureInfo.InvariantCulture)),
            ("$reserved", batch.Reserved.ToString(CultureInfo.InvariantCulture)));
        insert.ExecuteNonQuery();
        using var line = transaction.Connection!.Command(
            "INSERT INTO batch_attempt (batch, nth, attempt) VALUES ($batch, $nth, $attempt)", ("$batch", batch.Key), ("$nth", null), ("$attempt", null));
        for (var nth = 0; nth < batch.Attempts.Count; nth++)
        {
            (line.Parameters[1].Value, line.Parameters[2].Value) = (nth, batch.Attempts[nth]);
            line.ExecuteNonQuery();
        }
    }

    public static void Name(SqliteTransaction transaction, string batch, string remote)
    {
        using var update = transaction.Connection!.Command("UPDATE batch SET remote = $remote WHERE key = $key", ("$remote", remote), ("$key", batch));
        update.ExecuteNonQuery();
    }

    /// <returns>Whether it had not ended before.</returns>
    public static bool End(SqliteTransaction transaction, string batch, DateTimeOffset endedAt)
    {
        using var update = transaction.Connection!.Command(
            "UPDATE batch SET ended_at = $ended WHERE key = $key AND ended_at IS NULL",
            ("$ended", endedAt.ToString("O", CultureInfo.InvariantCulture)),
            ("$key", batch));
        return update.ExecuteNonQuery() > 0;
    }

    public static async Task<IReadOnlyList<OpenBatch>> OpenAsync(SqliteReads reads, string sitting, CancellationToken cancellationToken)
    {
        var open = await reads.SelectAsync(
            $"SELECT {string.Join(", ", Columns)} FROM batch WHERE sitting = $sitting AND ended_at IS NULL ORDER BY begun_at, key",
            [("$sitting", sitting)], Read, cancellationToken).ToListAsync(cancellationToken);
        for (var i = 0; i < open.Count; i++)
        {
            var attempts = reads.SelectAsync(
                "SELECT attempt FROM batch_attempt WHERE batch = $batch ORDER BY nth", [("$batch", open[i].Key)], row => row.GetString(0), cancellationToken);
            open[i] = open[i] with { Attempts = await attempts.ToListAsync(cancellationToken) };
        }

        return open;
    }

    public static async Task<IReadOnlySet<string>> IdsAsync(SqliteReads reads, CancellationToken cancellationToken) => await reads.SelectAsync(
        "SELECT remote FROM batch WHERE remote IS NOT NULL", [], row => row.GetString(0), cancellationToken).ToHashSetAsync(cancellationToken: cancellationToken);

    /// <summary>A batch, without its attempts.</summary>
    public static OpenBatch Read(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), DateTimeOffset.Parse(row.GetString(2), CultureInfo.InvariantCulture),
        decimal.Parse(row.GetString(4), CultureInfo.InvariantCulture), [])
    {
        Remote = SqliteReply.Text(row, 3),
    };
}
