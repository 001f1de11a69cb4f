using System.Data.Common;
using System.Runtime.CompilerServices;
using Jinbang.Runs.Ledgers.Checkups;

namespace Jinbang.Runs.Ledgers;

/// <summary>A database that keeps a ledger: how it is spoken to, and what differs from others in how it is spoken to. Statements are written in
/// what all of them understand.</summary>
internal abstract class SqlStore : IDisposable
{
    /// <summary>A connection to read by, not open yet.</summary>
    public abstract DbConnection Connect();

    /// <summary>A text of the models' settings, as a sitting has them.</summary>
    public abstract string Setting(string name);

    /// <summary>A yes or no of the models' settings.</summary>
    public abstract string Switch(string name);

    /// <summary>A row that was read.</summary>
    public abstract LedgerRow Row(DbDataReader row);

    /// <summary>Carries a statement out for many rows.</summary>
    /// <returns>The keys of rows that were inserted or replaced; null when the statement does not insert, or nobody else could have.</returns>
    public abstract IReadOnlyList<string>? Put(DbTransaction transaction, SqlRows statement, IReadOnlyList<object?[]> rows);

    /// <summary>Lets nobody else begin a sitting until the transaction has ended.</summary>
    public abstract void BeginAlone(SqlChange change);

    /// <summary>Goes on numbering the rows of a table after those that were put in with their numbers.</summary>
    public abstract void NumberOn(SqlChange change, string table);

    /// <summary>The last attempt, change to an attempt and beginning of a sitting before which no further ones will appear; 0 where there is none.</summary>
    /// <param name="known">Up to where that is known.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public abstract Task<LedgerEnd> EndAsync(LedgerEnd known, CancellationToken cancellationToken);

    /// <summary>A number that is another one once anybody has written.</summary>
    public abstract long Version();

    /// <summary>A fault in plain words; null when it is none of the database, and so a bug.</summary>
    public abstract LedgerFaultException? FaultOf(Exception thrown);

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>A command, in the connection's transaction if there is one.</summary>
    public DbCommand Command(DbConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.Add(Parameter(name, value));
        }

        return command;
    }

    /// <summary>The rows of a query.</summary>
    /// <exception cref="LedgerFaultException">The ledger cannot be read.</exception>
    public async IAsyncEnumerable<T> SelectAsync<T>(
        string sql, (string Name, object? Value)[] parameters, Func<LedgerRow, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = Connect();
        await OpenAsync(reader, cancellationToken);
        await using var command = Command(reader, sql, parameters);
        await using var rows = await UnderstandAsync(() => command.ExecuteReaderAsync(cancellationToken));
        var next = () => rows.ReadAsync(cancellationToken);
        while (await UnderstandAsync(next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Understand(() => read(Row(rows)));
        }
    }

    /// <summary>The rows of a query, for who cannot wait otherwise.</summary>
    /// <exception cref="LedgerFaultException">The ledger cannot be read.</exception>
    public IEnumerable<T> Each<T>(string sql, Func<LedgerRow, T> read)
    {
        using var reader = Connect();
        Understand(() =>
        {
            reader.Open();
            return true;
        });
        using var command = Command(reader, sql);
        using var rows = Understand(command.ExecuteReader);
        while (Understand(rows.Read))
        {
            yield return Understand(() => read(Row(rows)));
        }
    }

    /// <summary>Takes a step of reading.</summary>
    /// <exception cref="LedgerFaultException">The ledger cannot be read.</exception>
    public T Understand<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception fault) when (Known(fault) is { } known)
        {
            throw known;
        }
    }

    /// <summary>A parameter of a command.</summary>
    protected abstract DbParameter Parameter(string name, object? value);

    /// <summary>What to say of a row that cannot be understood.</summary>
    protected abstract LedgerFaultException Senseless(Exception fault);

    private async Task OpenAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.OpenAsync(cancellationToken);
        }
        catch (Exception fault) when (FaultOf(fault) is { } known)
        {
            throw known;
        }
    }

    private async Task<T> UnderstandAsync<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception fault) when (Known(fault) is { } known)
        {
            throw known;
        }
    }

    private LedgerFaultException? Known(Exception fault) => FaultOf(fault) ?? (SensibleRow.IsSenseless(fault) ? Senseless(fault) : null);
}
