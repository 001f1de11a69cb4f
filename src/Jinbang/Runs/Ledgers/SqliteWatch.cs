using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>Tells whether the SQLite ledger has changed, and for which exams.</summary>
/// <param name="reads">Reads the ledger.</param>
internal sealed class SqliteWatch(SqliteReads reads) : IDisposable
{
    private const string Changes = "SELECT exam, language, nth FROM exam_change";

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
        var states = await reads.SelectAsync(Changes, [], row => ((row.GetString(0), Enum.Parse<Language>(row.GetString(1))), row.GetInt64(2)), cancellationToken)
            .ToDictionaryAsync(exam => exam.Item1, exam => exam.Item2.ToString(CultureInfo.InvariantCulture), cancellationToken: cancellationToken);
        foreach (var sql in (string[])[Decisions, Marks])
        {
            await foreach (var (exam, language, said) in reads.SelectAsync(sql, [], row => (row.GetString(0), SqliteReply.Text(row, 1), row.GetString(2)), cancellationToken))
            {
                List<(string Exam, Language)> concerned = language is null ? [.. states.Keys.Where(known => known.Item1 == exam)] : [(exam, Enum.Parse<Language>(language))];
                foreach (var known in concerned)
                {
                    states[known] = $"{states.GetValueOrDefault(known)} {said}";
                }
            }
        }

        var published = await reads.SelectAsync("SELECT count(*) || ' ' || coalesce(max(id), 0) FROM published", [], row => row.GetString(0), cancellationToken).FirstAsync(cancellationToken);
        return new(states, published);
    }

    /// <inheritdoc/>
    public void Dispose() => standing?.Dispose();
}
