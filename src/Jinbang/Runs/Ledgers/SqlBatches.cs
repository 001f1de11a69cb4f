using System.Globalization;
using Jinbang.Runs.Batches;

namespace Jinbang.Runs.Ledgers;

/// <summary>Batches in the ledger.</summary>
internal static class SqlBatches
{
    /// <summary>The columns of a batch.</summary>
    public static readonly string[] Columns = ["key", "sitting", "begun_at", "remote", "reserved_yuan", "ended_at"];

    /// <summary>The columns of an attempt in a batch.</summary>
    public static readonly string[] AttemptColumns = ["batch", "nth", "attempt"];

    private static readonly SqlRows InsertAttempts = new(AttemptColumns, rows => $"INSERT INTO batch_attempt (batch, nth, attempt) {rows}") { Keys = 2 };

    public static void Begin(SqlChange change, OpenBatch batch)
    {
        change.Insert("batch", Columns, [batch.Key, batch.Sitting, batch.BegunAt.ToString("O", CultureInfo.InvariantCulture), null, batch.Reserved, null]);
        change.Put(InsertAttempts, [.. batch.Attempts.Select((attempt, nth) => new object?[] { batch.Key, nth, attempt })]);
    }

    public static void Name(SqlChange change, string batch, string remote) =>
        change.Execute("UPDATE batch SET remote = @remote WHERE key = @key", ("@remote", remote), ("@key", batch));

    /// <returns>Whether it had not ended before.</returns>
    public static bool End(SqlChange change, string batch, DateTimeOffset endedAt) => change.Execute(
        "UPDATE batch SET ended_at = @ended WHERE key = @key AND ended_at IS NULL",
        ("@ended", endedAt.ToString("O", CultureInfo.InvariantCulture)), ("@key", batch)) > 0;

    public static async Task<IReadOnlyList<OpenBatch>> OpenAsync(SqlStore store, string sitting, CancellationToken cancellationToken)
    {
        var open = await store.SelectAsync(
            $"SELECT {string.Join(", ", Columns)} FROM batch WHERE sitting = @sitting AND ended_at IS NULL ORDER BY begun_at, key",
            [("@sitting", sitting)], Read, cancellationToken).ToListAsync(cancellationToken);
        for (var i = 0; i < open.Count; i++)
        {
            var attempts = store.SelectAsync(
                "SELECT attempt FROM batch_attempt WHERE batch = @batch ORDER BY nth", [("@batch", open[i].Key)], row => row.GetString(0), cancellationToken);
            open[i] = open[i] with { Attempts = await attempts.ToListAsync(cancellationToken) };
        }

        return open;
    }

    public static async Task<IReadOnlySet<string>> IdsAsync(SqlStore store, CancellationToken cancellationToken) => await store.SelectAsync(
        "SELECT remote FROM batch WHERE remote IS NOT NULL", [], row => row.GetString(0), cancellationToken).ToHashSetAsync(cancellationToken: cancellationToken);

    /// <summary>A batch, without its attempts.</summary>
    public static OpenBatch Read(LedgerRow row) => new(
        row.GetString(0), row.GetString(1), row.Time(2),
        row.GetDecimal(4), [])
    {
        Remote = row.Text(3),
    };
}
