using System.Data;
using Jinbang.Runs.Ledgers;
using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>The rows of those who are at work, and the one moment at which one of them is no longer.</summary>
internal static class Fence
{
    /// <summary>Keeps a holder from being removed until the transaction ends; returns no row when it is removed already.</summary>
    public const string Stay = "SELECT true FROM holder WHERE number = $1 FOR KEY SHARE";

    /// <summary>Locks the budgets that a holder has drawn from and may give back to, always in one order.</summary>
    public const string LockBudgets = """
        SELECT true FROM budget b JOIN purse p USING (run, model) WHERE p.holder = $1 AND p.drawn > p.used
        ORDER BY b.run, b.model FOR NO KEY UPDATE OF b
        """;

    /// <summary>Gives back what a holder that is gone has drawn and cannot owe: neither used nor below its marks.</summary>
    public const string Release = """
        WITH rest AS MATERIALIZED (
            SELECT p.run, p.model, p.drawn - p.used - coalesce((
                SELECT sum(o.yuan) FROM outstanding o LEFT JOIN sitting s ON s.key = o.sitting
                WHERE o.holder = p.holder AND o.run = p.run AND (b.is_anywhere OR s.model = p.model)), 0) AS yuan
            FROM purse p JOIN budget b USING (run, model) WHERE p.holder = $1 AND p.drawn > p.used),
        emptied AS (
            UPDATE purse p SET drawn = p.drawn - rest.yuan FROM rest
            WHERE p.run = rest.run AND p.model = rest.model AND p.holder = $1 AND rest.yuan > 0)
        UPDATE budget b SET drawn = b.drawn - rest.yuan FROM rest WHERE b.run = rest.run AND b.model = rest.model AND rest.yuan > 0
        """;

    // The server takes a lock of a session away as soon as its program is killed, since the system then closes its connection.
    private const string MarkText = $"SELECT pg_try_advisory_lock(CAST({PostgresLocks.Place} AS integer), CAST($1 AS integer))";

    private const string LookText =
        $"SELECT number, beat, number IN (SELECT CAST(objid AS bigint) FROM {PostgresLocks.Taken} AND classid = {PostgresLocks.Place}) FROM holder";

    private const string Forfeit = "UPDATE outstanding SET is_forfeit = true WHERE holder = $1 AND yuan > 0";

    /// <summary>Adds a holder under a number that nobody had.</summary>
    public static long Join(NpgsqlConnection connection, string name, string version, string? silo)
    {
        using var insert = connection.Command("INSERT INTO holder (name, version, silo) VALUES ($1, $2, $3::text) RETURNING number", name, version, silo);
        return (long)insert.ExecuteScalar()!;
    }

    /// <summary>Shows that a holder is alive.</summary>
    /// <returns>False when it was removed.</returns>
    public static bool Beat(NpgsqlConnection connection, long holder)
    {
        using var update = connection.Command("UPDATE holder SET beat = beat + 1 WHERE number = $1", holder);
        return update.ExecuteNonQuery() > 0;
    }

    /// <summary>Has the others see a holder connected, until this connection ends.</summary>
    public static void Mark(NpgsqlConnection connection, long holder)
    {
        using var mark = connection.Command(MarkText, holder);
        mark.ExecuteNonQuery();
    }

    /// <summary>All who are there.</summary>
    public static IReadOnlyList<Sign> Look(NpgsqlConnection connection)
    {
        using var select = connection.Command(LookText);
        using var reader = select.ExecuteReader();
        var found = new List<Sign>();
        while (reader.Read())
        {
            found.Add(new(reader.GetInt64(0), reader.GetInt64(1), reader.GetBoolean(2)));
        }

        return found;
    }

    /// <summary>Takes a holder away: its leases and accounts are free, its yuan go back, and what it may still owe is lost until it tells better.</summary>
    /// <param name="connection">Of who does it.</param>
    /// <param name="holder">Who goes.</param>
    /// <param name="beat">Its beat as it was seen last; null for a holder that leaves by itself.</param>
    /// <param name="patience">How long to wait for what the holder may have under way, a commit above all.</param>
    /// <returns>False when it has beaten since, or is gone already.</returns>
    public static bool Remove(NpgsqlConnection connection, long holder, long? beat, TimeSpan patience)
    {
        using var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        using (var limit = connection.Command("SELECT set_config('lock_timeout', $1, true)", $"{patience.TotalMilliseconds:F0}ms"))
        {
            limit.ExecuteNonQuery();
        }

        using (var delete = connection.Command("DELETE FROM holder WHERE number = $1 AND beat = coalesce($2::bigint, beat)", holder, beat))
        {
            if (delete.ExecuteNonQuery() == 0)
            {
                return false;
            }
        }

        using var batch = new NpgsqlBatch(connection);
        batch.With(LockBudgets, holder).With(Release, holder).With(Forfeit, holder).ExecuteNonQuery();
        transaction.Commit();
        return true;
    }
}
