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
    public List<T> Select<T>(string sql, Func<LedgerRow, T> read, params (string Name, object? Value)[] parameters) => [.. Each(sql, read, parameters)];

    /// <summary>The rows of a query, as they are asked for.</summary>
    public IEnumerable<T> Each<T>(string sql, Func<LedgerRow, T> read, params (string Name, object? Value)[] parameters)
    {
        using var command = store.Command(transaction.Connection!, sql, parameters);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return read(store.Row(rows));
        }
    }
}
