using System.Globalization;
using Jinbang.Exams.Decisions;

namespace Jinbang.Runs.Ledgers;

/// <summary>People's decisions about questions in the ledger. Rows are only ever added.</summary>
internal static class SqlDecisions
{
    /// <summary>The columns of a decision.</summary>
    public static readonly string[] Columns =
        ["id", "exam", "language", "question", "text", "kind", "file_key", "reason", "decided_at", "new_key", "decided_by"];

    public static void Add(SqlChange change, KeyDecision decision)
    {
        // The database numbers them.
        change.Insert("key_decision", Columns[1..],
        [
            decision.Exam, decision.Language.ToString(), decision.Question, decision.Text, decision.Kind.ToString(), decision.FileKey,
            decision.Reason, decision.DecidedAt.ToString("O", CultureInfo.InvariantCulture), decision.Key, decision.By,
        ]);
    }

    public static async Task<IReadOnlyList<KeyDecision>> OfAsync(SqlStore store, string exam, Language language, CancellationToken cancellationToken) =>
        await store.SelectAsync(
            $"SELECT {string.Join(", ", Columns)} FROM key_decision WHERE exam = @exam AND language = @language ORDER BY id",
            [("@exam", exam), ("@language", language.ToString())], Read, cancellationToken).ToListAsync(cancellationToken);

    public static KeyDecision Read(LedgerRow row) => new(
        row.GetString(1), Enum.Parse<Language>(row.GetString(2)), row.GetString(3), row.GetString(4), Enum.Parse<DecisionKind>(row.GetString(5)),
        row.GetString(6), row.GetString(7), row.Time(8))
    {
        Key = row.Text(9),
        By = row.Text(10),
    };
}
