using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>Finds kept attempts by what was sent. Each attempt of a run may ask, so the connection and the statement stay.</summary>
internal sealed class SqliteRequests : IDisposable
{
    private readonly Lock gate = new();
    private readonly SqliteReads reads;
    private readonly SqliteConnection reader;
    private readonly SqliteCommand find;

    /// <param name="reads">Reads the ledger.</param>
    public SqliteRequests(SqliteReads reads)
    {
        this.reads = reads;
        reader = reads.Open();
        find = reader.Command(
            $"SELECT {string.Join(", ", SqliteRow.Columns)} FROM attempt WHERE request = $request ORDER BY outcome = 'Failed', id LIMIT 1", ("$request", null));
    }

    /// <summary>A kept attempt for which the very same was sent, with a reply if there is one.</summary>
    /// <exception cref="LedgerFaultException">The ledger cannot be read.</exception>
    public LedgerEntry? Find(string sent)
    {
        lock (gate)
        {
            find.Parameters[0].Value = sent;
            return reads.Understand(() =>
            {
                using var row = find.ExecuteReader();
                return row.Read() ? SqliteRow.Read(row) : null;
            });
        }
    }

    public void Dispose()
    {
        find.Dispose();
        reader.Dispose();
    }
}
