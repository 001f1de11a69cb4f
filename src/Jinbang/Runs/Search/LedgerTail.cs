using System.Globalization;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs.Ledgers;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Search;

/// <summary>Reads from a ledger, which any program may be writing, what is new in it: a few rows at a time, so that it holds nobody up.</summary>
/// <param name="path">The ledger's file.</param>
internal sealed class LedgerTail(string path)
{
    // Of what is very long, the beginning and the end, where answers stand.
    private const string Bounded = "iif(length(attempt.reply) <= 40000, attempt.reply, substr(attempt.reply, 1, 20000) || char(10) || substr(attempt.reply, -20000))";

    private const string Columns =
        "attempt.id, attempt.key, sitting.exam, sitting.language, sitting.model, attempt.question, attempt.outcome, " + Bounded + ", attempt.error, attempt.sitting, attempt.repeat, attempt.verdict, attempt.reading_rule, attempt.reading_answer, attempt.marked_by, attempt.asked_at";

    private const string From = $"SELECT {Columns} FROM attempt JOIN sitting ON sitting.key = attempt.sitting";

    private readonly SqliteReads reads = new(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ToString(), path);

    /// <summary>Closes the connections that are kept for further reads.</summary>
    public void Close() => reads.ClearPool();

    /// <summary>The number of the last attempt, of the last change to an attempt, and of the last beginning of a sitting; 0 where there is none.</summary>
    public async Task<(long Attempt, long Change, long Used)> LastAsync(CancellationToken cancellationToken) => await reads.SelectAsync(
        "SELECT (SELECT coalesce(max(id), 0) FROM attempt), (SELECT coalesce(max(nth), 0) FROM changed), (SELECT coalesce(max(used), 0) FROM sitting)",
        [], row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), cancellationToken).FirstAsync(cancellationToken);

    /// <summary>The key of an attempt by its number, or null.</summary>
    public async Task<string?> KeyAsync(long id, CancellationToken cancellationToken) =>
        await reads.SelectAsync("SELECT key FROM attempt WHERE id = $id", [("$id", id)], row => row.GetString(0), cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The attempts that were recorded after one.</summary>
    public async Task<IReadOnlyList<CaseHit>> AfterAsync(long id, int most, CancellationToken cancellationToken) =>
        await reads.SelectAsync($"{From} WHERE attempt.id > $id ORDER BY attempt.id LIMIT $most", [("$id", id), ("$most", most)], Read, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The attempts of numbers, in any order.</summary>
    public async Task<IReadOnlyList<CaseHit>> OfAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => ids.Count == 0 ? [] :
        await reads.SelectAsync($"{From} WHERE attempt.id IN ({string.Join(',', ids)})", [], Read, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The attempt of a key, or null.</summary>
    public async Task<CaseHit?> FindAsync(string key, CancellationToken cancellationToken) =>
        await reads.SelectAsync($"{From} WHERE attempt.key = $key", [("$key", key)], Read, cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The numbers of attempts that changed after a change, with the change's own.</summary>
    public async Task<IReadOnlyList<(long Nth, long Attempt)>> ChangedAfterAsync(long nth, int most, CancellationToken cancellationToken) => await reads.SelectAsync(
        "SELECT nth, attempt FROM changed WHERE nth > $nth ORDER BY nth LIMIT $most", [("$nth", nth), ("$most", most)],
        row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The numbers of a sitting's attempts up to one.</summary>
    public IAsyncEnumerable<long> OfSittingAsync(string sitting, long upTo, CancellationToken cancellationToken) => reads.SelectAsync(
        "SELECT id FROM attempt WHERE sitting = $sitting AND id <= $to ORDER BY id", [("$sitting", sitting), ("$to", upTo)], row => row.GetInt64(0), cancellationToken);

    /// <summary>The sittings that were begun after a beginning, and those that they came before or after.</summary>
    public async Task<IReadOnlyList<TailSitting>> SittingsAsync(long used, CancellationToken cancellationToken) => await reads.SelectAsync(
        """
        SELECT key, exam, language, model, used,
            used < (SELECT max(used) FROM sitting AS other WHERE other.exam = sitting.exam AND other.language = sitting.language AND other.model = sitting.model)
        FROM sitting
        WHERE (exam, language, model) IN (SELECT exam, language, model FROM sitting WHERE used > $used)
        """,
        [("$used", used)],
        row => new TailSitting(row.GetString(0), row.GetString(1), Enum.Parse<Language>(row.GetString(2)), row.GetString(3), row.GetInt64(4), row.GetBoolean(5)),
        cancellationToken).ToListAsync(cancellationToken);

    /// <summary>A sitting, of whatever age; null when there is none.</summary>
    public async Task<SittingEntry?> SittingAsync(string key, CancellationToken cancellationToken) => await reads.SelectAsync(
        "SELECT key, settings, repeats FROM sitting WHERE key = $key", [("$key", key)],
        row => new SittingEntry(row.GetString(0), ModelJson.Read(row.GetString(1)), row.GetInt32(2), null), cancellationToken).FirstOrDefaultAsync(cancellationToken);

    private static CaseHit Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), Enum.Parse<Language>(row.GetString(3)), row.GetString(4), row.GetString(5),
        Enum.Parse<Outcome>(row.GetString(6)), row.GetString(7) is { Length: > 0 } reply ? reply : SqliteReply.Text(row, 8) ?? "")
    {
        Sitting = row.GetString(9),
        Repeat = row.GetInt32(10),
        Verdict = SqliteReply.Text(row, 11) is { } verdict ? Enum.Parse<Verdict>(verdict) : null,
        Rule = SqliteReply.Text(row, 12),
        Answer = SqliteReply.Text(row, 13),
        IsMarked = !row.IsDBNull(14),
        AskedAt = DateTimeOffset.Parse(row.GetString(15), CultureInfo.InvariantCulture),
    };
}
