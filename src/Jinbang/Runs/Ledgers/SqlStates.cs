using System.Globalization;

namespace Jinbang.Runs.Ledgers;

/// <summary>Tells for which exams the ledger has changed.</summary>
internal static class SqlStates
{
    private const string Changes = "SELECT exam, language, CAST(sum(nth) AS BIGINT) FROM exam_change GROUP BY exam, language";

    private const string Decisions = "SELECT exam, language, count(*) || ' ' || max(id) FROM key_decision GROUP BY exam, language";

    private const string Marks = "SELECT exam, NULL, count(*) || ' ' || max(id) FROM mark GROUP BY exam";

    /// <summary>What the boards of each exam are made from.</summary>
    public static async Task<LedgerStates> ReadAsync(SqlStore store, CancellationToken cancellationToken)
    {
        var states = await store.SelectAsync(Changes, [], row => ((row.GetString(0), Enum.Parse<Language>(row.GetString(1))), row.GetInt64(2)), cancellationToken)
            .ToDictionaryAsync(exam => exam.Item1, exam => exam.Item2.ToString(CultureInfo.InvariantCulture), cancellationToken: cancellationToken);
        foreach (var sql in (string[])[Decisions, Marks])
        {
            await foreach (var (exam, language, said) in store.SelectAsync(sql, [], row => (row.GetString(0), row.Text(1), row.GetString(2)), cancellationToken))
            {
                List<(string Exam, Language)> concerned = language is null ? [.. states.Keys.Where(known => known.Item1 == exam)] : [(exam, Enum.Parse<Language>(language))];
                foreach (var known in concerned)
                {
                    states[known] = $"{states.GetValueOrDefault(known)} {said}";
                }
            }
        }

        var published = await store.SelectAsync("SELECT count(*) || ' ' || coalesce(max(id), 0) FROM published", [], row => row.GetString(0), cancellationToken).FirstAsync(cancellationToken);
        return new(states, published);
    }
}
