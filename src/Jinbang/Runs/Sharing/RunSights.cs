using Jinbang.Runs.Ledgers;
using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>Looks at the runs that many work on.</summary>
public sealed class RunSights
{
    // Yuan are counted where there is a cap.
    private const string Sights = """
        SELECT r.id, r.state, r.ordered_by, r.ordered_at,
            coalesce(sum(w.places), 0)::bigint, coalesce(sum(w.next - coalesce(l.open, 0)), 0)::bigint, coalesce(sum(l.held), 0)::bigint,
            (SELECT count(DISTINCT lease.holder) FROM lease JOIN work USING (sitting) WHERE work.run = r.id),
            b.cap, b.before + (SELECT coalesce(sum(p.used), 0) FROM purse p WHERE p.run = r.id AND p.model = '')
        FROM run r LEFT JOIN budget b ON b.run = r.id AND b.model = '' LEFT JOIN work w ON w.run = r.id AND w.account <> ''
            LEFT JOIN LATERAL (SELECT sum(places) AS open, sum(places) FILTER (WHERE holder IS NOT NULL) AS held FROM lease WHERE lease.sitting = w.sitting) l ON true
        WHERE $1::text IS NULL OR r.id = $1
        GROUP BY r.id, b.run, b.model ORDER BY r.ordered_at DESC, r.id LIMIT $2
        """;

    private const string Refusals = """
        SELECT DISTINCT f.run, h.name, s.model, f.english, f.chinese
        FROM refusal f JOIN holder h ON h.number = f.holder LEFT JOIN sitting s ON s.key = f.sitting ORDER BY h.name, s.model
        """;

    private readonly NpgsqlDataSource source;

    /// <param name="source">The database.</param>
    internal RunSights(NpgsqlDataSource source) => this.source = source;

    /// <summary>The latest runs, the latest first.</summary>
    /// <exception cref="LedgerFaultException">The database cannot be reached.</exception>
    public Task<IReadOnlyList<RunSight>> LatestAsync(int most, CancellationToken cancellationToken) => ReadAsync(null, most, cancellationToken);

    /// <summary>One run; null when there is none of that id.</summary>
    /// <exception cref="LedgerFaultException">The database cannot be reached.</exception>
    public async Task<RunSight?> FindAsync(string run, CancellationToken cancellationToken) => await ReadAsync(run, 1, cancellationToken) is [var found, ..] ? found : null;

    private async Task<IReadOnlyList<RunSight>> ReadAsync(string? run, int most, CancellationToken cancellationToken)
    {
        try
        {
            return await SelectAsync(run, most, cancellationToken);
        }
        catch (Exception fault) when (PostgresFaults.Of(fault, PostgresSettings.NameOf(new(source.ConnectionString))) is { } known)
        {
            throw known;
        }
    }

    private async Task<IReadOnlyList<RunSight>> SelectAsync(string? run, int most, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var refusals = await RefusalsAsync(connection, cancellationToken);
        await using var select = connection.Command(Sights, run, most);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var found = new List<RunSight>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetString(0);
            found.Add(new RunSight(id, Enum.Parse<RunState>(reader.GetString(1)), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3))
            {
                Planned = reader.GetInt64(4),
                Done = reader.GetInt64(5),
                UnderWay = reader.GetInt64(6),
                Holders = (int)reader.GetInt64(7),
                Cap = reader.IsDBNull(8) ? null : reader.GetDecimal(8),
                Spent = reader.IsDBNull(8) ? null : reader.GetDecimal(9),
                Refusals = [.. refusals[id]],
            });
        }

        return found;
    }

    private static async Task<ILookup<string, Refusal>> RefusalsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var select = connection.Command(Refusals);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var found = new List<(string Run, Refusal Refusal)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add((reader.GetString(0), new(reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2), new(reader.GetString(3), reader.GetString(4)))));
        }

        return found.ToLookup(row => row.Run, row => row.Refusal);
    }
}
