using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>An SQLite file that keeps a ledger.</summary>
/// <param name="path">The file's path.</param>
/// <param name="mode">What may be done with it.</param>
internal sealed class SqliteStore(string path, SqliteOpenMode mode) : SqlStore
{
    private readonly string readFrom = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode }.ToString();
    private readonly Dictionary<SqlRows, SqliteCommand> prepared = [];
    private readonly Lock turn = new();
    private SqliteConnection? standing;

    /// <inheritdoc/>
    public override DbConnection Connect() => new SqliteConnection(readFrom);

    // As they are indexed.
    /// <inheritdoc/>
    public override string Setting(string name) => $"settings ->> '$.{name}'";

    /// <inheritdoc/>
    public override string Switch(string name) => Setting(name);

    /// <inheritdoc/>
    public override LedgerRow Row(DbDataReader row) => new(row, null);

    /// <inheritdoc/>
    public override IReadOnlyList<string>? Put(DbTransaction transaction, SqlRows statement, IReadOnlyList<object?[]> rows)
    {
        if (!prepared.TryGetValue(statement, out var command))
        {
            command = prepared[statement] = (SqliteCommand)transaction.Connection!.CreateCommand();
            command.CommandText = statement.Text(
                $"SELECT {(statement.NumberedBy is null ? "" : "NULL AS id, ")}{string.Join(", ", statement.Columns.Select(column => $"@{column} AS {column}"))} WHERE TRUE");
            command.Parameters.AddRange(statement.Columns.Select(column => new SqliteParameter { ParameterName = "@" + column }));
        }

        command.Transaction = (SqliteTransaction)transaction;
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters[i].Value = Kept(row[i]);
            }

            command.ExecuteNonQuery();
        }

        return null;
    }

    // One transaction writes at a time.
    /// <inheritdoc/>
    public override void BeginAlone(SqlChange change)
    {
    }

    // It always does.
    /// <inheritdoc/>
    public override void NumberOn(SqlChange change, string table)
    {
    }

    /// <inheritdoc/>
    public override async Task<LedgerEnd> EndAsync(LedgerEnd known, CancellationToken cancellationToken) => await SelectAsync(
        "SELECT (SELECT coalesce(max(id), 0) FROM attempt), (SELECT coalesce(max(nth), 0) FROM changed), (SELECT coalesce(max(used), 0) FROM sitting)",
        [], row => new LedgerEnd(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), cancellationToken).FirstAsync(cancellationToken);

    /// <summary>SQLite's count of what other connections have written, of any program; only this connection's own counts compare.</summary>
    public override long Version()
    {
        using var own = turn.EnterScope();
        standing ??= Open();
        using var command = Command(standing, "PRAGMA data_version");
        return Understand(() => (long)command.ExecuteScalar()!);
    }

    /// <summary>A connection to read by, open.</summary>
    public SqliteConnection Open()
    {
        var reader = new SqliteConnection(readFrom);
        reader.Open();
        return reader;
    }

    /// <inheritdoc/>
    public override LedgerFaultException? FaultOf(Exception thrown) => thrown is SqliteException fault ? SqliteFaults.Of(fault, path) : null;

    /// <inheritdoc/>
    public override void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }

        standing?.Dispose();
        using var any = new SqliteConnection(readFrom);
        SqliteConnection.ClearPool(any);
    }

    /// <inheritdoc/>
    protected override DbParameter Parameter(string name, object? value) => new SqliteParameter(name, Kept(value));

    /// <inheritdoc/>
    protected override LedgerFaultException Senseless(Exception fault) => SqliteFaults.Senseless(path, fault);

    // SQLite counts in binary fractions, money is decimal: it is kept as text.
    private static object Kept(object? value) => value is decimal yuan ? yuan.ToString(CultureInfo.InvariantCulture) : value ?? DBNull.Value;
}
