using System.Data;
using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>What is given out of the sittings of runs.</summary>
/// <param name="source">The database.</param>
/// <param name="holder">Who takes.</param>
internal sealed class Leases(NpgsqlDataSource source, long holder)
{
    private const int Longest = 256;

    /// <summary>Who takes.</summary>
    public long Holder => holder;

    // Those that the holder has and does not know of, since it never heard the answer; then those that were returned.
    private const string TakeAgain = """
        WITH found AS MATERIALIZED (
            SELECT l.sitting, l.first FROM lease l JOIN work w USING (sitting) JOIN run r ON r.id = w.run
            WHERE l.sitting = $2 AND NOT w.stopped AND r.state = 'Running' AND (l.holder IS NULL OR (l.holder = $1 AND l.first <> ALL ($3)))
            ORDER BY l.holder NULLS LAST, l.first LIMIT 1 FOR NO KEY UPDATE OF l SKIP LOCKED)
        UPDATE lease SET holder = $1 FROM found WHERE lease.sitting = found.sitting AND lease.first = found.first RETURNING lease.first, lease.places
        """;

    private const string Open = """
        SELECT w.sitting, r.state = 'Running' AND (w.next < w.places OR l.returned), coalesce(l.own, ARRAY[]::int[]) FROM work w JOIN run r ON r.id = w.run
        CROSS JOIN LATERAL (
            SELECT count(*) AS given, coalesce(bool_or(holder IS NULL), false) AS returned, array_agg(first) FILTER (WHERE holder = $1) AS own
            FROM lease WHERE lease.sitting = w.sitting) l
        WHERE w.sitting = ANY ($2) AND NOT w.stopped AND r.state IN ('Running', 'Paused') AND (w.next < w.places OR l.given > 0)
        """;

    private const string LockWork = """
        SELECT w.next, w.places, (SELECT count(*) FROM holder) FROM work w JOIN run r ON r.id = w.run
        WHERE w.sitting = $1 AND w.next < w.places AND NOT w.stopped AND r.state = 'Running' FOR NO KEY UPDATE OF w
        """;

    /// <summary>Takes a lease of a sitting.</summary>
    /// <param name="sitting">The sitting's key.</param>
    /// <param name="known">The first places of those that the holder has, or of which it does not know yet whether they have ended.</param>
    /// <param name="most">How many places it can do in two seconds; a returned lease may be longer.</param>
    /// <param name="cancellationToken">Cancels the call; the next one finds what it may have taken.</param>
    /// <returns>Null when there is nothing to take now, or the holder is gone.</returns>
    public async Task<Lease?> TakeAsync(string sitting, int[] known, int most, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        await using var stay = connection.Command(Fence.Stay, holder);
        if (await stay.ExecuteScalarAsync(cancellationToken) is null)
        {
            return null;
        }

        var lease = await TakeAgainAsync(connection, sitting, known, cancellationToken) ?? await TakeNextAsync(connection, sitting, most, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return lease;
    }

    /// <summary>Ends a lease of which nothing was missing.</summary>
    public async Task EndAsync(Lease lease, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var delete = connection.Command("DELETE FROM lease WHERE sitting = $1 AND first = $2 AND holder = $3", lease.Sitting, lease.First, holder);
        await delete.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Those of some sittings of which something may still come, since they are not given out wholly or somebody may return it.</summary>
    /// <returns>Whether something can be taken now, and the first places of the leases that the holder has.</returns>
    public async Task<IReadOnlyDictionary<string, (bool IsFree, int[] Own)>> OpenAsync(string[] sittings, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var select = connection.Command(Open, holder, sittings);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<string, (bool, int[])>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(reader.GetString(0), (reader.GetBoolean(1), reader.GetFieldValue<int[]>(2)));
        }

        return found;
    }

    /// <summary>Those of some attempts that have a reply.</summary>
    public async Task<IReadOnlySet<string>> AnsweredAsync(string[] keys, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var select = connection.Command("SELECT key FROM attempt WHERE key = ANY ($1) AND outcome <> 'Failed'", (object)keys);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        var found = new HashSet<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    /// <summary>Returns all leases of some sittings to whoever takes them next.</summary>
    public async Task ReturnAsync(string[] sittings, CancellationToken cancellationToken)
    {
        await using var update = source.CreateCommand("UPDATE lease SET holder = NULL WHERE holder = $1 AND sitting = ANY ($2)");
        update.Parameters.AddWithValue(holder);
        update.Parameters.AddWithValue(sittings);
        await update.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<Lease?> TakeAgainAsync(NpgsqlConnection connection, string sitting, int[] known, CancellationToken cancellationToken)
    {
        await using var update = connection.Command(TakeAgain, holder, sitting, known);
        await using var reader = await update.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? new Lease(sitting, reader.GetInt32(0), reader.GetInt32(1)) : null;
    }

    private async Task<Lease?> TakeNextAsync(NpgsqlConnection connection, string sitting, int most, CancellationToken cancellationToken)
    {
        if (await NextAsync(connection, sitting, cancellationToken) is not var (next, places, holders))
        {
            return null;
        }

        var size = (int)Math.Clamp((places - next) / (2 * holders), 1, Math.Clamp(most, 1, Longest));
        await using var batch = new NpgsqlBatch(connection);
        batch.With("UPDATE work SET next = next + $2 WHERE sitting = $1", sitting, size)
            .With("INSERT INTO lease (sitting, first, places, holder) VALUES ($1, $2, $3, $4)", sitting, next, size, holder);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return new Lease(sitting, next, size);
    }

    private static async Task<(int Next, int Places, long Holders)?> NextAsync(NpgsqlConnection connection, string sitting, CancellationToken cancellationToken)
    {
        await using var select = connection.Command(LockWork, sitting);
        await using var reader = await select.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt64(2)) : null;
    }
}
