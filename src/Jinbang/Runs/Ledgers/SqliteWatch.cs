using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>Tells whether the SQLite ledger has changed, and for which exams.</summary>
/// <param name="reads">Reads the ledger.</param>
internal sealed class SqliteWatch(SqliteReads reads) : IDisposable
{
    // Attempts are only counted where no sums are kept: of those under way.
    private const string Sittings = """
        SELECT exam, language, key, settings, repeats, used, graded_as, tally, CASE WHEN tally IS NULL THEN
            (SELECT count(*) || ' ' || max(id) || ' ' || sum(outcome = 'Failed') FROM attempt WHERE attempt.sitting = sitting.key) END
        FROM sitting ORDER BY exam, language, key
        """;

    private const string Decisions = "SELECT exam, language, count(*) || ' ' || max(id) FROM key_decision GROUP BY exam, language";

    private const string Marks = "SELECT exam, NULL, count(*) || ' ' || max(id) FROM mark GROUP BY exam";

    private readonly Lock turn = new();
    private SqliteConnection? standing;

    /// <summary>SQLite's count of what other connections have written, of any program; only this connection's own counts compare.</summary>
    public long Version()
    {
        using var own = turn.EnterScope();
        standing ??= reads.Open();
        using var command = standing.Command("PRAGMA data_version");
        return reads.Understand(() => (long)command.ExecuteScalar()!);
    }

    /// <summary>What the boards of each exam are made from.</summary>
    public async Task<LedgerStates> StatesAsync(CancellationToken cancellationToken)
    {
        var hashes = new Dictionary<(string, Language), IncrementalHash>();
        await foreach (var (exam, facts) in reads.SelectAsync(Sittings, [], Facts, cancellationToken))
        {
            if (!hashes.TryGetValue(exam, out var hash))
            {
                hashes[exam] = hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            }

            hash.AppendData(Encoding.UTF8.GetBytes(facts));
        }

        var states = hashes.ToDictionary(exam => exam.Key, exam => Convert.ToHexStringLower(exam.Value.GetHashAndReset().AsSpan(0, 8)));
        foreach (var hash in hashes.Values)
        {
            hash.Dispose();
        }

        foreach (var sql in (string[])[Decisions, Marks])
        {
            await foreach (var (exam, language, said) in reads.SelectAsync(sql, [], row => (row.GetString(0), SqliteReply.Text(row, 1), row.GetString(2)), cancellationToken))
            {
                foreach (var known in states.Keys.Where(known => known.Item1 == exam && (language is null || known.Item2.ToString() == language)).ToList())
                {
                    states[known] += " " + said;
                }
            }
        }

        var published = await reads.SelectAsync("SELECT count(*) || ' ' || coalesce(max(id), 0) FROM published", [], row => row.GetString(0), cancellationToken).FirstAsync(cancellationToken);
        return new(states, published);
    }

    /// <inheritdoc/>
    public void Dispose() => standing?.Dispose();

    private static ((string Exam, Language Language) Exam, string Facts) Facts(SqliteDataReader row)
    {
        var facts = new StringBuilder();
        for (var column = 2; column < row.FieldCount; column++)
        {
            // No text of the ledger holds this sign of its own accord.
            facts.Append(Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture)).Append('\u001f');
        }

        return ((row.GetString(0), Enum.Parse<Language>(row.GetString(1))), facts.ToString());
    }
}
