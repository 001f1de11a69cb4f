using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Runs.Search;

/// <summary>Reads from a ledger, which any program may be writing, what is new in it: a few rows at a time, so that it holds nobody up.</summary>
/// <param name="store">The ledger's database.</param>
internal sealed class LedgerTail(SqlStore store)
{
    // Of what is very long, the beginning and the end, where answers stand.
    private const string Bounded = """
        CASE WHEN length(attempt.reply) <= 40000 THEN attempt.reply ELSE substr(attempt.reply, 1, 20000) || '
        ' || substr(attempt.reply, length(attempt.reply) - 19999) END
        """;

    private const string Columns =
        "attempt.id, attempt.key, sitting.exam, sitting.language, sitting.model, attempt.question, attempt.outcome, " + Bounded + ", attempt.error, attempt.sitting, attempt.repeat, attempt.verdict, attempt.reading_rule, attempt.reading_answer, attempt.marked_by, attempt.asked_at";

    private const string From = $"SELECT {Columns} FROM attempt JOIN sitting ON sitting.key = attempt.sitting";

    /// <summary>The number of the last attempt, of the last change to an attempt, and of the last beginning of a sitting; 0 where there is none.
    /// None that is before them will come after them.</summary>
    /// <param name="followed">Up to where the ledger was followed.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<LedgerEnd> LastAsync(LedgerEnd followed, CancellationToken cancellationToken) => store.EndAsync(followed, cancellationToken);

    /// <summary>The key of an attempt by its number, or null.</summary>
    public async Task<string?> KeyAsync(long id, CancellationToken cancellationToken) =>
        await store.SelectAsync("SELECT key FROM attempt WHERE id = @id", [("@id", id)], row => row.GetString(0), cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The attempts that were recorded after one.</summary>
    public async Task<IReadOnlyList<CaseHit>> AfterAsync(long id, int most, CancellationToken cancellationToken) =>
        await store.SelectAsync($"{From} WHERE attempt.id > @id ORDER BY attempt.id LIMIT @most", [("@id", id), ("@most", most)], Read, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The attempts of numbers, in any order.</summary>
    public async Task<IReadOnlyList<CaseHit>> OfAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => ids.Count == 0 ? [] :
        await store.SelectAsync($"{From} WHERE attempt.id IN ({string.Join(',', ids)})", [], Read, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The attempt of a key, or null.</summary>
    public async Task<CaseHit?> FindAsync(string key, CancellationToken cancellationToken) =>
        await store.SelectAsync($"{From} WHERE attempt.key = @key", [("@key", key)], Read, cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The numbers of attempts that changed after a change, with the change's own.</summary>
    public async Task<IReadOnlyList<(long Nth, long Attempt)>> ChangedAfterAsync(long nth, int most, CancellationToken cancellationToken) => await store.SelectAsync(
        "SELECT nth, attempt FROM changed WHERE nth > @nth ORDER BY nth LIMIT @most", [("@nth", nth), ("@most", most)],
        row => (row.GetInt64(0), row.GetInt64(1)), cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The numbers of a sitting's attempts up to one.</summary>
    public IAsyncEnumerable<long> OfSittingAsync(string sitting, long upTo, CancellationToken cancellationToken) => store.SelectAsync(
        "SELECT id FROM attempt WHERE sitting = @sitting AND id <= @to ORDER BY id", [("@sitting", sitting), ("@to", upTo)], row => row.GetInt64(0), cancellationToken);

    /// <summary>The sittings that were begun after a beginning, and those that they came before or after.</summary>
    public async Task<IReadOnlyList<TailSitting>> SittingsAsync(long used, CancellationToken cancellationToken) => await store.SelectAsync(
        """
        SELECT key, exam, language, model, used,
            used < (SELECT max(used) FROM sitting AS other WHERE other.exam = sitting.exam AND other.language = sitting.language AND other.model = sitting.model)
        FROM sitting
        WHERE (exam, language, model) IN (SELECT exam, language, model FROM sitting WHERE used > @used)
        """,
        [("@used", used)],
        row => new TailSitting(row.GetString(0), row.GetString(1), Enum.Parse<Language>(row.GetString(2)), row.GetString(3), row.GetInt64(4), row.GetBoolean(5)),
        cancellationToken).ToListAsync(cancellationToken);

    /// <summary>A sitting, of whatever age; null when there is none.</summary>
    public async Task<SittingEntry?> SittingAsync(string key, CancellationToken cancellationToken) => await store.SelectAsync(
        "SELECT key, settings, repeats FROM sitting WHERE key = @key", [("@key", key)],
        row => new SittingEntry(row.GetString(0), ModelJson.Read(row.GetString(1)), row.GetInt32(2), null), cancellationToken).FirstOrDefaultAsync(cancellationToken);

    private static CaseHit Read(LedgerRow row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), Enum.Parse<Language>(row.GetString(3)), row.GetString(4), row.GetString(5),
        Enum.Parse<Outcome>(row.GetString(6)), row.GetString(7) is { Length: > 0 } reply ? reply : row.Text(8) ?? "")
    {
        Sitting = row.GetString(9),
        Repeat = row.GetInt32(10),
        Verdict = row.Text(11) is { } verdict ? Enum.Parse<Verdict>(verdict) : null,
        Rule = row.Text(12),
        Answer = row.Text(13),
        IsMarked = !row.IsDBNull(14),
        AskedAt = row.Time(15),
    };
}
