using System.Data.Common;

namespace Jinbang.Runs.Ledgers;

/// <summary>What is done within one transaction that changes the ledger.</summary>
/// <param name="store">The ledger's database.</param>
/// <param name="transaction">The transaction.</param>
internal sealed class SqlChange(SqlStore store, DbTransaction transaction)
{
    /// <summary>Carries a statement out.</summary>
    /// <returns>How many rows it concerned.</returns>
    public int Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = store.Command(transaction.Connection!, sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>Adds one row to a table.</summary>
    public void Insert(string table, IReadOnlyList<string> columns, IReadOnlyList<object?> values) => Execute(
        $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})",
        [.. columns.Zip(values, (column, value) => ("@" + column, value))]);

    /// <summary>The transaction.</summary>
    public DbTransaction Transaction => transaction;

    /// <summary>Carries a statement out for many rows, as if one after the other.</summary>
    /// <returns>As <see cref="SqlStore.Put"/> does.</returns>
    public IReadOnlyList<string>? Put(SqlRows statement, IReadOnlyList<object?[]> rows) => rows.Count > 0 ? store.Put(transaction, statement, rows) : [];

    /// <summary>The rows of a query.</summary>
    public List<T> Select<T>(string sql, Func<LedgerRow, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = store.Command(transaction.Connection!, sql, parameters);
        using var rows = command.ExecuteReader();
        var all = new List<T>();
        while (rows.Read())
        {
            all.Add(read(store.Row(rows)));
        }

        return all;
    }
}
