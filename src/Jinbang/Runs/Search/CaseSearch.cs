using Jinbang.Runs.Ledgers;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Search;

/// <summary>Searches an index of kept replies.</summary>
public sealed class CaseSearch
{
    // How many replies that may have the words as they stand are looked into for one page.
    private const int MostLookedInto = 2_000;
    private const int LookedIntoAtOnce = 100;

    private readonly string file;
    private readonly string index;
    private readonly LedgerTail tail;

    internal CaseSearch(string file, SqlStore ledger)
    {
        this.file = file;
        index = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ToString();
        tail = new(ledger);
    }

    /// <summary>A page of what is found; nothing while there is no index.</summary>
    /// <param name="query">What is looked for.</param>
    /// <param name="page">Which part of it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="LedgerFaultException">The ledger cannot be read.</exception>
    public async Task<CaseHits> FindAsync(CaseQuery query, CasePage page, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return new([], 0);
        }

        try
        {
            await using var connection = new SqliteConnection(index);
            connection.Open();
            var asked = CaseMatch.Of(connection, query);
            var (hits, isFull) = await HitsAsync(connection, query, asked, page, cancellationToken);
            var total = Count(connection, asked.Match);
            var isTurned = page.After is not null;
            return new(isTurned ? [.. hits.Reverse()] : hits, Math.Min(total, CaseHits.MostCounted))
            {
                AreMore = total > CaseHits.MostCounted,
                IsAbout = query.Words.NeedText && query.Place != SearchPlace.Question,
                HasOlder = isTurned || isFull,
                HasNewer = isTurned ? isFull : page.Before is not null,
                AreQuestionsTooMany = asked.AreQuestionsTooMany,
            };
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_ERROR or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            // There is no whole index yet: it is being made, or made anew.
            Close();
            return new([], 0);
        }
    }

    /// <summary>The attempt of a key; null when there is none.</summary>
    /// <exception cref="LedgerFaultException">The ledger cannot be read.</exception>
    public Task<CaseHit?> FindAsync(string key, CancellationToken cancellationToken) => tail.FindAsync(key, cancellationToken);

    /// <summary>A sitting by its key, of whatever age; null when there is none.</summary>
    /// <exception cref="LedgerFaultException">The ledger cannot be read.</exception>
    public Task<SittingEntry?> SittingAsync(string key, CancellationToken cancellationToken) => tail.SittingAsync(key, cancellationToken);

    /// <summary>What replies can be filtered by.</summary>
    /// <param name="exam">The exam whose strata are meant; null for none.</param>
    public CaseChoices Choices((string Id, Language Language)? exam)
    {
        if (!File.Exists(file))
        {
            return new([], [], []);
        }

        using var connection = new SqliteConnection(index);
        connection.Open();
        return new(
            CaseMatch.Names(connection, Facet.ModelKind), CaseMatch.Names(connection, Facet.RuleKind),
            exam is { } chosen ? CaseMatch.Strata(connection, chosen) : []);
    }

    /// <summary>Closes the connections that are kept for further searches.</summary>
    internal void Close()
    {
        using var any = new SqliteConnection(index);
        SqliteConnection.ClearPool(any);
    }

    private async Task<(IReadOnlyList<CaseHit> Hits, bool IsFull)> HitsAsync(
        SqliteConnection connection, CaseQuery query, CaseMatch asked, CasePage page, CancellationToken cancellationToken)
    {
        var needsText = query.Words.NeedText && query.Place != SearchPlace.Question;
        var (hits, ids) = (new List<CaseHit>(), Ids(connection, asked.Match, page, needsText ? MostLookedInto : page.Size + 1));
        foreach (var some in ids.Chunk(LookedIntoAtOnce))
        {
            var found = (await tail.OfAsync(some, cancellationToken)).ToDictionary(hit => hit.Id);
            hits.AddRange(some.Where(found.ContainsKey).Select(id => found[id])
                .Where(hit => !needsText || query.Words.AreIn(hit.Text) || asked.Asks(connection, hit)));
            if (hits.Count > page.Size)
            {
                break;
            }
        }

        return ([.. hits.Take(page.Size)], hits.Count > page.Size);
    }

    private static List<long> Ids(SqliteConnection connection, string match, CasePage page, int most)
    {
        var (bound, order) = page.After is not null ? ("rowid > $bound", "ASC") : ("rowid < $bound", "DESC");
        using var command = connection.Command(
            $"SELECT rowid FROM reply WHERE reply MATCH $match AND {bound} ORDER BY rowid {order} LIMIT $most",
            ("$match", match), ("$bound", page.After ?? page.Before ?? long.MaxValue), ("$most", most));
        using var rows = command.ExecuteReader();
        var ids = new List<long>();
        while (rows.Read())
        {
            ids.Add(rows.GetInt64(0));
        }

        return ids;
    }

    private static int Count(SqliteConnection connection, string match)
    {
        using var command = connection.Command(
            "SELECT count(*) FROM (SELECT 1 FROM reply WHERE reply MATCH $match LIMIT $most)", ("$match", match), ("$most", CaseHits.MostCounted + 1));
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
