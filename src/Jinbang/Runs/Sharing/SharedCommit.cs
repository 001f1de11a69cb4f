using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>What a commit of a holder does beside writing answers, in the ledger's own transaction: first <see cref="Enter"/>, then
/// <see cref="Book"/>, then the answers, last what sittings lost, so that no two transactions wait for each other.</summary>
/// <param name="connection">With the open transaction, which is <c>READ COMMITTED</c>: each statement must see what was committed before it.</param>
/// <param name="share">Who writes.</param>
internal sealed class SharedCommit(NpgsqlConnection connection, Share share)
{
    private const string Use = """
        INSERT INTO purse (run, model, holder, used)
        SELECT b.run, b.model, $1, sum(u.yuan) FROM unnest($3::text[], $4::numeric[]) AS u (model, yuan)
        JOIN budget b ON b.run = $2 AND b.model IN ('', u.model) AND b.cap IS NOT NULL
        GROUP BY b.run, b.model HAVING sum(u.yuan) > 0
        ON CONFLICT (run, model, holder) DO UPDATE SET used = purse.used + excluded.used
        """;

    private const string End = """
        DELETE FROM lease l USING unnest($2::text[], $3::int[]) AS e (sitting, first)
        WHERE l.sitting = e.sitting AND l.first = e.first AND l.holder = $1
        """;

    private const string Mark = """
        INSERT INTO outstanding (holder, run, sitting, yuan) SELECT $1, $2, * FROM unnest($3::text[], $4::numeric[])
        ON CONFLICT (sitting, holder, run) DO UPDATE SET yuan = excluded.yuan
        """;

    // It was lost with the holder: what is told now can only make it less.
    private const string Lower = """
        UPDATE outstanding o SET yuan = least(o.yuan, m.yuan) FROM unnest($3::text[], $4::numeric[]) AS m (sitting, yuan)
        WHERE o.sitting = m.sitting AND o.holder = $1 AND o.run = $2
        """;

    private const string LockSittingsText = """
        SELECT key FROM sitting WHERE key = ANY ($1) OR (key = ANY ($2) AND tally IS NOT NULL) ORDER BY key FOR NO KEY UPDATE
        """;

    // As a change of the sitting's own row would tell, which all who ask it would wait for.
    private const string Tell = """
        INSERT INTO exam_change (exam, language, holder, nth) SELECT DISTINCT exam, language, current_setting('jinbang.holder')::bigint, 1 FROM sitting WHERE key = ANY ($1)
        ON CONFLICT (exam, language, holder) DO UPDATE SET nth = exam_change.nth + 1
        """;

    /// <summary>Keeps the holder from being removed until the transaction ends, and tells whether it was.</summary>
    public Presence Enter()
    {
        using var stay = connection.Command(Fence.Stay, share.Holder);
        return stay.ExecuteScalar() is null ? Presence.Late : Presence.Present;
    }

    /// <summary>Books what the pages used, and what is still open; ends leases.</summary>
    public void Book(IReadOnlyList<LedgerPage> pages, Presence presence)
    {
        var used = pages.SelectMany(page => page.Used).Where(use => use.Value > 0).ToList();
        var marked = pages.Where(page => page.Outstanding is not null).ToList();
        var ended = pages.SelectMany(page => page.Ended).ToList();
        object[] uses = [share.Holder, share.Run, used.Select(use => use.Key).ToArray(), used.Select(use => use.Value).ToArray()];
        object[] marks = [share.Holder, share.Run, marked.Select(page => page.Sitting).ToArray(), marked.Select(page => page.Outstanding!.Value).ToArray()];

        using var batch = new NpgsqlBatch(connection);
        if (presence == Presence.Present)
        {
            batch.With(Use, uses)
                .With(End, share.Holder, ended.Select(lease => lease.Sitting).ToArray(), ended.Select(lease => lease.First).ToArray())
                .With(Mark, marks);
        }
        else
        {
            batch.With(Fence.LockBudgets, share.Holder).With(Use, uses).With(Lower, marks).With(Fence.Release, share.Holder);
        }

        batch.ExecuteNonQuery();
    }

    /// <summary>Locks the rows of sittings that something is to be written to, always in one order: those that lost something, and those whose sums
    /// were kept until now. Tells that results have changed.</summary>
    /// <param name="lost">Sittings that lost something.</param>
    /// <param name="changed">Sittings whose results are others now.</param>
    /// <returns>Which of them were locked.</returns>
    public IReadOnlySet<string> LockSittings(string[] lost, string[] changed)
    {
        using var tell = connection.Command(Tell, (object)changed);
        tell.ExecuteNonQuery();
        using var select = connection.Command(LockSittingsText, lost, changed);
        using var reader = select.ExecuteReader();
        var locked = new HashSet<string>();
        while (reader.Read())
        {
            locked.Add(reader.GetString(0));
        }

        return locked;
    }
}
