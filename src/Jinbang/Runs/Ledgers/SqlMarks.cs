using System.Globalization;
using Jinbang.Grading;
using Jinbang.Runs.Marks;

namespace Jinbang.Runs.Ledgers;

/// <summary>Marks as rows of the ledger, which are added and never changed.</summary>
internal static class SqlMarks
{
    /// <summary>The columns, in the order of <see cref="Read"/>.</summary>
    public static readonly string[] Columns =
    [
        "key", "sitting", "attempt", "exam", "model", "question", "repeat", "given_at", "given_by", "reason", "verdict", "points", "answer_key",
        "before_verdict", "before_points", "before_rule", "after_verdict", "after_points", "after_rule",
    ];

    public static void Keep(SqlChange change, LedgerMark mark) => change.Insert("mark", Columns, Values(mark));

    public static IAsyncEnumerable<LedgerMark> AllAsync(SqlStore store, CancellationToken cancellationToken) =>
        store.SelectAsync($"SELECT {string.Join(", ", Columns)} FROM mark ORDER BY id", [], Read, cancellationToken);

    public static async Task<LedgerMark?> FindAsync(SqlStore store, string key, CancellationToken cancellationToken) => await store.SelectAsync(
        $"SELECT {string.Join(", ", Columns)} FROM mark WHERE key = @key", [("@key", key)], Read, cancellationToken).FirstOrDefaultAsync(cancellationToken);

    public static LedgerMark Read(LedgerRow row) => new(
        row.GetString(1), row.GetString(2), row.Time(7), row.GetString(8), row.GetString(9),
        row.IsDBNull(10) ? null : new HumanMark(row.GetString(8), Enum.Parse<Verdict>(row.GetString(10)), row.GetDecimal(11), row.GetString(12)))
    {
        Exam = row.GetString(3),
        Model = row.GetString(4),
        Question = row.GetString(5),
        Repeat = row.GetInt32(6),
        AnswerKey = row.GetString(12),
        Before = ReadGrade(row, 13),
        After = ReadGrade(row, 16),
    };

    private static MarkedGrade? ReadGrade(LedgerRow row, int at) => row.IsDBNull(at)
        ? null
        : new(Enum.Parse<Verdict>(row.GetString(at)), row.GetDecimal(at + 1), row.GetString(at + 2));

    private static object?[] Values(LedgerMark mark) =>
    [
        mark.Key, mark.Sitting, mark.Attempt, mark.Exam, mark.Model, mark.Question, mark.Repeat,
        mark.GivenAt.ToString("O", CultureInfo.InvariantCulture), mark.By, mark.Reason, mark.Mark?.Verdict.ToString(), mark.Mark?.Points, mark.AnswerKey,
        mark.Before?.Verdict.ToString(), mark.Before?.Points, mark.Before?.Rule,
        mark.After?.Verdict.ToString(), mark.After?.Points, mark.After?.Rule,
    ];
}
