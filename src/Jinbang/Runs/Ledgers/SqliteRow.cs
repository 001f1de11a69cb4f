using System.Globalization;
using Jinbang.Grading;
using Jinbang.Models;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>An attempt as a row of the SQLite ledger, both ways.</summary>
internal static class SqliteRow
{
    /// <summary>The columns that hold the grade, in the order of <see cref="GradeValues"/>.</summary>
    public static readonly string[] GradeColumns =
    [
        "verdict", "points", "reading_kind", "reading_answer", "reading_rule",
        "reading_start", "reading_length", "reading_confidence", "graded_by",
    ];

    /// <summary>The columns, in the order of <see cref="Values"/> and <see cref="Read"/>.</summary>
    public static readonly string[] Columns =
    [
        "key", "question", "repeat", "asked_at", "outcome", "reply", "thinking", "finish_reason", "error",
        "prompt_tokens", "completion_tokens", "reasoning_tokens", "cached_tokens",
        "first_token_seconds", "seconds", "retries", "cost_yuan", "served_by",
        .. GradeColumns,
    ];

    public static object?[] Values(LedgerEntry entry)
    {
        var reply = entry.Reply;
        return
        [
            entry.Key, entry.Question, entry.Repeat, entry.AskedAt.ToString("O", CultureInfo.InvariantCulture),
            reply.Outcome.ToString(), reply.Text, reply.Thinking, reply.FinishReason, reply.Error,
            reply.Usage?.Prompt, reply.Usage?.Completion, reply.Usage?.Reasoning, reply.Usage?.Cached,
            reply.FirstToken?.TotalSeconds, reply.Elapsed?.TotalSeconds, reply.Retries,
            reply.Cost?.ToString(CultureInfo.InvariantCulture), reply.ServedBy,
            .. GradeValues(entry),
        ];
    }

    public static object?[] GradeValues(LedgerEntry entry) =>
    [
        entry.Grade?.Verdict.ToString(), entry.Grade?.Points.ToString(CultureInfo.InvariantCulture),
        entry.Grade?.Reading.Kind.ToString(), entry.Grade?.Reading.Answer, entry.Grade?.Reading.Rule,
        entry.Grade?.Reading.Start, entry.Grade?.Reading.Length, entry.Grade?.Reading.Confidence, entry.GradedBy,
    ];

    public static LedgerEntry Read(SqliteDataReader row)
    {
        var reply = new Reply(Enum.Parse<Outcome>(row.GetString(4)), row.GetString(5))
        {
            Thinking = Text(row, 6),
            FinishReason = Text(row, 7),
            Error = Text(row, 8),
            Usage = Number(row, 9) is { } prompt && Number(row, 10) is { } completion
                ? new TokenUsage(prompt, completion) { Reasoning = Number(row, 11), Cached = Number(row, 12) }
                : null,
            FirstToken = Seconds(row, 13),
            Elapsed = Seconds(row, 14),
            Retries = row.GetInt32(15),
            Cost = Text(row, 16) is { } cost ? decimal.Parse(cost, CultureInfo.InvariantCulture) : null,
            ServedBy = Text(row, 17),
        };
        var asked = DateTimeOffset.Parse(row.GetString(3), CultureInfo.InvariantCulture);
        return new LedgerEntry(row.GetString(0), row.GetString(1), row.GetInt32(2), asked, reply, ReadGrade(row))
        {
            GradedBy = Text(row, 26),
        };
    }

    private static Grade? ReadGrade(SqliteDataReader row) => Text(row, 18) is not { } verdict
        ? null
        : new Grade(
            Enum.Parse<Verdict>(verdict),
            decimal.Parse(row.GetString(19), CultureInfo.InvariantCulture),
            new Reading(
                Enum.Parse<ReadingKind>(row.GetString(20)), row.GetString(21), row.GetString(22),
                row.GetInt32(23), row.GetInt32(24), row.GetDouble(25)));

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static int? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static TimeSpan? Seconds(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : TimeSpan.FromSeconds(row.GetDouble(column));
}
