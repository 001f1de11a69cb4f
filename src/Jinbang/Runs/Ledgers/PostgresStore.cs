using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Jinbang.Runs.Ledgers;

/// <summary>A PostgreSQL database that keeps a ledger.</summary>
/// <param name="data">Gives connections.</param>
/// <param name="name">What it is called in words.</param>
internal sealed class PostgresStore(NpgsqlDataSource data, string name) : SqlStore
{
    // So much text goes over at once, unless one text alone is longer.
    private const int MostCharacters = 16 << 20;

    private LedgerEnd sure = LedgerEnd.None;
    private (LedgerEnd End, ulong Transaction)? waiting;

    /// <summary>The database.</summary>
    public NpgsqlDataSource Source => data;

    /// <summary>A connection, open.</summary>
    public NpgsqlConnection Open() => data.OpenConnection();

    /// <inheritdoc/>
    public override DbConnection Connect() => data.CreateConnection();

    /// <inheritdoc/>
    public override string Setting(string name) => $"settings ->> '{name}'";

    /// <inheritdoc/>
    public override string Switch(string name) => $"CAST(settings ->> '{name}' AS boolean)";

    /// <inheritdoc/>
    public override LedgerRow Row(DbDataReader row) => new(row, PostgresText.Read);

    /// <inheritdoc/>
    public override IReadOnlyList<string>? Put(DbTransaction transaction, SqlRows statement, IReadOnlyList<object?[]> rows)
    {
        var columns = string.Join(", ", statement.Columns);
        var given = $"unnest({string.Join(", ", statement.Columns.Select(column => "@" + column))})";
        // Numbers follow the order of the rows; locks are taken in the order of keys, lest two who write the same keys wait for each other.
        var text = statement.Text(statement.NumberedBy is { } table
            ? $"SELECT * FROM (SELECT nextval(pg_get_serial_sequence('{table}', 'id')) AS id, given.* FROM {given} AS given ({columns})) AS numbered ORDER BY {statement.Columns[0]}"
            : $"SELECT * FROM {given} AS given ({columns}) ORDER BY {statement.Columns[0]}")
            + (statement.NumberedBy is null ? "" : $" RETURNING {statement.Columns[0]}");
        var keys = statement.NumberedBy is null ? null : new List<string>(rows.Count);
        foreach (var some in Waves.Of(rows, statement.KeyOf).SelectMany(Portions))
        {
            using var command = new NpgsqlCommand(text, (NpgsqlConnection)transaction.Connection!);
            for (var i = 0; i < statement.Columns.Length; i++)
            {
                var (type, values) = PostgresColumn.Of(statement.Columns[i], some, i);
                command.Parameters.Add(new NpgsqlParameter(statement.Columns[i], NpgsqlDbType.Array | type) { Value = values });
            }

            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                keys?.Add(reader.GetString(0));
            }
        }

        return keys;
    }

    /// <inheritdoc/>
    public override void BeginAlone(SqlChange change) => change.Select($"SELECT 1 FROM (SELECT {PostgresLocks.Wait(PostgresLocks.Beginning)}) AS waited", row => row.GetInt32(0));

    /// <inheritdoc/>
    public override void NumberOn(SqlChange change, string table) =>
        change.Select($"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table} HAVING count(*) > 0", row => row.GetInt64(0));

    /// <inheritdoc/>
    /// <remarks>Numbers are given before the commit, so that a smaller one may appear after a greater one. All that were given at some moment are there, or will never be, once every
    /// transaction has ended that had begun to write by then; each has a number of its own before it gives any.</remarks>
    public override async Task<LedgerEnd> EndAsync(LedgerEnd known, CancellationToken cancellationToken)
    {
        var given = await GivenAsync(cancellationToken);
        if (!given.IsFrom(known))
        {
            (sure, waiting) = (LedgerEnd.None, null);
            return given;
        }

        sure = given.IsFrom(sure) ? sure.AtLeast(known) : known;
        if (given != sure)
        {
            waiting ??= (given, await NumberAsync("pg_current_xact_id()", cancellationToken));
            if (await NumberAsync("pg_snapshot_xmin(pg_current_snapshot())", cancellationToken) > waiting.Value.Transaction)
            {
                (sure, waiting) = (waiting.Value.End, null);
            }
        }

        return await SelectAsync(
            """
            SELECT (SELECT coalesce(max(id), 0) FROM attempt WHERE id <= @attempt), (SELECT coalesce(max(nth), 0) FROM changed WHERE nth <= @change), CAST(@used AS bigint)
            """,
            [("@attempt", sure.Attempt), ("@change", sure.Change), ("@used", sure.Used)],
            row => new LedgerEnd(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), cancellationToken).FirstAsync(cancellationToken);
    }

    /// <summary>How many transactions of all who ever wrote were committed.</summary>
    public override long Version() => Understand(() =>
    {
        using var connection = Open();
        using var command = new NpgsqlCommand("SELECT CAST(coalesce(sum(nth), 0) AS bigint) FROM journal", connection);
        return (long)command.ExecuteScalar()!;
    });

    /// <inheritdoc/>
    public override LedgerFaultException? FaultOf(Exception thrown) => PostgresFaults.Of(thrown, name);

    /// <inheritdoc/>
    public override void Dispose() => data.Dispose();

    /// <inheritdoc/>
    protected override DbParameter Parameter(string name, object? value) => value is string text
        ? new NpgsqlParameter(name, NpgsqlDbType.Unknown) { Value = PostgresText.Kept(text) }
        : new NpgsqlParameter(name, value ?? DBNull.Value);

    /// <inheritdoc/>
    protected override LedgerFaultException Senseless(Exception fault) => PostgresFaults.Senseless(name, fault);

    private static IEnumerable<IReadOnlyList<object?[]>> Portions(IReadOnlyList<object?[]> rows)
    {
        var (from, characters) = (0, 0L);
        for (var i = 0; i < rows.Count; i++)
        {
            var next = rows[i].Sum(value => (value as string)?.Length ?? 0L);
            if (i > from && characters + next > MostCharacters)
            {
                yield return [.. rows.Skip(from).Take(i - from)];
                (from, characters) = (i, 0);
            }

            characters += next;
        }

        yield return from == 0 ? rows : [.. rows.Skip(from)];
    }

    private async Task<LedgerEnd> GivenAsync(CancellationToken cancellationToken) => await SelectAsync(
        """
        SELECT (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM attempt_id_seq),
            (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM changed_nth_seq), (SELECT coalesce(max(used), 0) FROM sitting)
        """,
        [], row => new LedgerEnd(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), cancellationToken).FirstAsync(cancellationToken);

    private async Task<ulong> NumberAsync(string sql, CancellationToken cancellationToken) => await SelectAsync(
        $"SELECT CAST(CAST({sql} AS text) AS bigint)", [], row => (ulong)row.GetInt64(0), cancellationToken).FirstAsync(cancellationToken);
}
