using System.Globalization;
using Jinbang.Models;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>A reply as columns of the SQLite ledger, both ways.</summary>
internal static class SqliteReply
{
    /// <summary>The columns, in the order of <see cref="Values"/> and <see cref="Read"/>.</summary>
    public static readonly string[] Columns =
    [
        "outcome", "reply", "thinking", "finish_reason", "error",
        "prompt_tokens", "completion_tokens", "reasoning_tokens", "cached_tokens",
        "first_token_seconds", "seconds", "retries", "cost_yuan", "served_by",
        "waited_seconds", "backoff_seconds", "cost_by", "reused",
    ];

    public static object?[] Values(Reply reply) =>
    [
        reply.Outcome.ToString(), reply.Text, reply.Thinking, reply.FinishReason, reply.Error,
        reply.Usage?.Prompt, reply.Usage?.Completion, reply.Usage?.Reasoning, reply.Usage?.Cached,
        reply.FirstToken?.TotalSeconds, reply.Elapsed?.TotalSeconds, reply.Retries,
        reply.Cost?.ToString(CultureInfo.InvariantCulture), reply.ServedBy,
        reply.Waited?.TotalSeconds, reply.BackedOff?.TotalSeconds, reply.CostBy, reply.IsReused ? 1 : 0,
    ];

    /// <summary>Reads the columns that begin at <paramref name="at"/>.</summary>
    public static Reply Read(SqliteDataReader row, int at) => new(Enum.Parse<Outcome>(row.GetString(at)), row.GetString(at + 1))
    {
        Thinking = Text(row, at + 2),
        FinishReason = Text(row, at + 3),
        Error = Text(row, at + 4),
        Usage = Number(row, at + 5) is { } prompt && Number(row, at + 6) is { } completion
            ? new TokenUsage(prompt, completion) { Reasoning = Number(row, at + 7), Cached = Number(row, at + 8) }
            : null,
        FirstToken = Seconds(row, at + 9),
        Elapsed = Seconds(row, at + 10),
        Retries = row.GetInt32(at + 11),
        Cost = Text(row, at + 12) is { } cost ? decimal.Parse(cost, CultureInfo.InvariantCulture) : null,
        ServedBy = Text(row, at + 13),
        Waited = Seconds(row, at + 14),
        BackedOff = Seconds(row, at + 15),
        CostBy = Text(row, at + 16),
        IsReused = row.GetBoolean(at + 17),
    };

    /// <summary>A column's text, or null.</summary>
    public static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static int? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    // TimeSpan.FromSeconds cuts off, so that a time that is read and written again could lose a tick each time.
    private static TimeSpan? Seconds(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : TimeSpan.FromTicks((long)Math.Round(row.GetDouble(column) * TimeSpan.TicksPerSecond));
}
