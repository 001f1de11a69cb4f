using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>What a commit of a holder does beside writing answers, in the ledger's own transaction: first <see cref="EnterAsync"/>, then
/// <see cref="BookAsync"/>, then the answers, last <see cref="LoseAsync"/>, so that no two transactions wait for each other.</summary>
/// <param name="connection">With the open transaction, which is <c>READ COMMITTED</c>: each statement must see what was committed before it.</param>
/// <param name="holder">Who writes.</param>
internal sealed class SharedCommit(NpgsqlConnection connection, long holder)
{
    private const string Count = "UPDATE journal SET nth = $2 WHERE holder = $1 AND nth = $2 - 1";

    private const string Use = """
        INSERT INTO purse (run, model, holder, used)
        SELECT b.run, b.model, $1, sum(u.yuan) FROM unnest($2::text[], $3::text[], $4::numeric[]) AS u (run, model, yuan)
        JOIN budget b ON b.run = u.run AND b.model IN ('', u.model) AND b.cap IS NOT NULL
        GROUP BY b.run, b.model HAVING sum(u.yuan) > 0
        ON CONFLICT (run, model, holder) DO UPDATE SET used = purse.used + excluded.used
        """;

    private const string End = """
        DELETE FROM lease l USING unnest($2::text[], $3::int[]) AS e (sitting, first)
        WHERE l.sitting = e.sitting AND l.first = e.first AND l.holder = $1
        """;

    private const string Mark = """
        INSERT INTO outstanding (holder, run, sitting, yuan) SELECT $1, * FROM unnest($2::text[], $3::text[], $4::numeric[])
        ON CONFLICT (sitting, holder) DO UPDATE SET run = excluded.run, yuan = excluded.yuan
        """;

    // It was lost with the holder: what is told now can only make it less.
    private const string Lower = """
        UPDATE outstanding o SET yuan = least(o.yuan, m.yuan) FROM unnest($2::text[], $3::numeric[]) AS m (sitting, yuan)
        WHERE o.sitting = m.sitting AND o.holder = $1
        """;

    /// <summary>Begins a page and keeps its holder from being removed until the transaction ends.</summary>
    /// <param name="nth">Counts the holder's pages from 1; a page that is tried again keeps its number.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="InvalidOperationException">A page was left out, or the holder never was.</exception>
    public async Task<Presence> EnterAsync(long nth, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.With(Count, holder, nth).With("SELECT nth FROM journal WHERE holder = $1", holder).With(Fence.Stay, holder);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var isNew = batch.BatchCommands[0].RecordsAffected > 0;
        if (!await reader.ReadAsync(cancellationToken) || reader.GetInt64(0) < nth)
        {
            throw new InvalidOperationException($"Page {nth} of holder {holder} does not follow the last one.");
        }

        await reader.NextResultAsync(cancellationToken);
        return (isNew, await reader.ReadAsync(cancellationToken)) switch
        {
            (true, true) => Presence.Present,
            (true, false) => Presence.Late,
            (false, true) => Presence.Written,
            (false, false) => Presence.WrittenAndLate,
        };
    }

    /// <summary>Books what the pages used, and what is still open; ends leases.</summary>
    /// <param name="dues">One for each sitting.</param>
    /// <param name="presence">How they found their holder.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task BookAsync(IReadOnlyList<Dues> dues, Presence presence, CancellationToken cancellationToken)
    {
        var used = dues.SelectMany(due => due.Used, (due, use) => (due.Run, Model: use.Key, Yuan: use.Value)).ToList();
        var marks = dues.Where(due => due.Mark is not null).ToList();
        var ended = dues.SelectMany(due => due.Ended).ToList();
        string[] sittings = [.. marks.Select(due => due.Sitting)];
        decimal[] yuan = [.. marks.Select(due => due.Mark!.Value)];
        object[] uses = [holder, used.Select(use => use.Run).ToArray(), used.Select(use => use.Model).ToArray(), used.Select(use => use.Yuan).ToArray()];

        await using var batch = new NpgsqlBatch(connection);
        if (presence == Presence.Present)
        {
            batch.With(Use, uses)
                .With(End, holder, ended.Select(lease => lease.Sitting).ToArray(), ended.Select(lease => lease.First).ToArray())
                .With(Mark, holder, marks.Select(due => due.Run).ToArray(), sittings, yuan);
        }
        else
        {
            batch.With(Fence.LockBudgets, holder).With(Use, uses).With(Lower, holder, sittings, yuan).With(Fence.Release, holder);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Adds to what sittings lost: calls without a reply, and replies to what somebody else was answered first.</summary>
    /// <param name="lost">Yuan by sitting.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task LoseAsync(IEnumerable<KeyValuePair<string, decimal>> lost, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (sitting, yuan) in lost.Where(loss => loss.Value > 0).OrderBy(loss => loss.Key, StringComparer.Ordinal))
        {
            batch.With("UPDATE sitting SET lost_yuan = lost_yuan + $2 WHERE key = $1", sitting, yuan);
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
