using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>Finds kept attempts by what was sent. Each attempt of a run may ask, so the connection and the statement stay.</summary>
internal sealed class SqliteRequests : IDisposable
{
    private readonly Lock gate = new();
    private readonly SqliteConnection reader;
    private readonly SqliteCommand find;
    private readonly SqliteParameter request = new() { ParameterName = "$request" };

    /// <param name="readFrom">The connection string.</param>
    public SqliteRequests(string readFrom)
    {
        reader = new SqliteConnection(readFrom);
        reader.Open();
        find = reader.CreateCommand();
        find.CommandText = $"SELECT {string.Join(", ", SqliteRow.Columns)} FROM attempt WHERE request = $request ORDER BY outcome = 'Failed', id LIMIT 1";
        find.Parameters.Add(request);
    }

    /// <summary>A kept attempt for which the very same was sent, with a reply if there is one.</summary>
    public LedgerEntry? Find(string sent)
    {
        lock (gate)
        {
            request.Value = sent;
            using var row = find.ExecuteReader();
            return row.Read() ? SqliteRow.Read(row) : null;
        }
    }

    public void Dispose()
    {
        find.Dispose();
        reader.Dispose();
    }
}
