using System.Runtime.CompilerServices;
using Jinbang.Runs.Ledgers.Checkups;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>Reads from the SQLite ledger; damage becomes words that lead to the doctor.</summary>
/// <param name="readFrom">The connection string.</param>
/// <param name="path">The file's path, for those words.</param>
internal sealed class SqliteReads(string readFrom, string path)
{
    /// <summary>The rows of a query.</summary>
    /// <exception cref="LedgerFaultException">The ledger cannot be read.</exception>
    public async IAsyncEnumerable<T> SelectAsync<T>(
        string sql, (string Name, object? Value)[] parameters, Func<SqliteDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = Open();
        await using var command = reader.Command(sql, parameters);
        await using var rows = Understand(command.ExecuteReader);
        while (Understand(rows.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Understand(() => read(rows));
        }
    }

    /// <summary>A connection to read by, open.</summary>
    public SqliteConnection Open()
    {
        var reader = new SqliteConnection(readFrom);
        reader.Open();
        return reader;
    }

    /// <summary>Takes a step of reading.</summary>
    /// <exception cref="LedgerFaultException">The ledger cannot be read.</exception>
    public T Understand<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (SqliteException fault) when (SqliteFaults.Of(fault, path) is { } known)
        {
            throw known;
        }
        catch (Exception fault) when (SensibleRow.IsSenseless(fault))
        {
            throw SqliteFaults.Senseless(path, fault);
        }
    }

    /// <summary>Closes the connections that were kept for further reads.</summary>
    public void ClearPool()
    {
        using var any = new SqliteConnection(readFrom);
        SqliteConnection.ClearPool(any);
    }
}
