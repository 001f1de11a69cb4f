using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>Finds kept attempts by what was sent. Each attempt of a run may ask, so the connection and the statement stay.</summary>
internal sealed class SqliteRequests : IDisposable
{
    private readonly Lock gate = new();
    private readonly SqliteStore store;
    private readonly SqliteConnection reader;
    private readonly DbCommand find;

    /// <param name="store">Reads the ledger.</param>
    public SqliteRequests(SqliteStore store)
    {
        this.store = store;
        reader = store.Open();
        find = store.Command(reader, SqlAttempt.SentText, ("@request", null));
    }

    /// <summary>A kept attempt for which the very same was sent, with a reply if there is one.</summary>
    /// <exception cref="LedgerFaultException">The ledger cannot be read.</exception>
    public LedgerEntry? Find(string sent)
    {
        lock (gate)
        {
            find.Parameters[0].Value = sent;
            return store.Understand(() =>
            {
                using var row = find.ExecuteReader();
                return row.Read() ? SqlAttempt.Read(store.Row(row)) : null;
            });
        }
    }

    public void Dispose()
    {
        find.Dispose();
        reader.Dispose();
    }
}
