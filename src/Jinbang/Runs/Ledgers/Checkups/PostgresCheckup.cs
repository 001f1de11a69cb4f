namespace Jinbang.Runs.Ledgers.Checkups;

/// <summary>Looks through a ledger in PostgreSQL, also one that a run is writing, and changes nothing. Whether the server's files are whole
/// only the server can tell.</summary>
public static class PostgresCheckup
{
    /// <summary>Reads every row.</summary>
    /// <param name="address">Where the ledger is.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BadInputException">There is no ledger, or it cannot be reached.</exception>
    /// <exception cref="LedgerFaultException">It cannot be read.</exception>
    public static async Task<LedgerCheckup> ExamineAsync(LedgerDatabase address, CancellationToken cancellationToken)
    {
        await using var ledger = address.OpenToRead();
        var (store, rows) = (ledger.Store, new CheckedRows());
        await ReadAsync("sitting", CheckedRows.SittingColumns, rows.AddSitting);
        await ReadAsync("attempt", CheckedRows.AttemptColumns, rows.AddAttempt);
        await ReadAsync("judgement", SqlJudgement.Columns, rows.AddJudgement);
        await ReadAsync("mark", SqlMarks.Columns, row => SqlMarks.Read(row));
        await ReadAsync("batch", SqlBatches.Columns, row => rows.AddBatch(row), "WHERE ended_at IS NULL");
        var (bytes, version) = await store.SelectAsync(
            "SELECT pg_database_size(current_database()), version FROM jinbang_ledger", [], row => (row.GetInt64(0), row.GetInt32(1)), cancellationToken).FirstAsync(cancellationToken);
        return rows.Into(new(address.ToString()) { IsOnServer = true, Bytes = bytes, Version = version });

        async Task ReadAsync(string table, string[] columns, Action<LedgerRow> take, string condition = "")
        {
            var sql = $"SELECT {string.Join(", ", columns)} FROM {table} {condition}";
            await foreach (var _ in store.SelectAsync(sql, [], Take, cancellationToken))
            {
            }

            bool Take(LedgerRow row)
            {
                rows.Understand(() => take(row), () => $"{table} {row.GetString(0)}");
                return true;
            }
        }
    }
}
