using Jinbang.Models;

namespace Jinbang.Runs.Ledgers;

/// <summary>A reply as columns of the ledger, both ways.</summary>
internal static class SqlReply
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
        reply.Cost, reply.ServedBy,
        reply.Waited?.TotalSeconds, reply.BackedOff?.TotalSeconds, reply.CostBy, reply.IsReused,
    ];

    /// <summary>Reads the columns that begin at <paramref name="at"/>.</summary>
    public static Reply Read(LedgerRow row, int at) => new(Enum.Parse<Outcome>(row.GetString(at)), row.GetString(at + 1))
    {
        Thinking = row.Text(at + 2),
        FinishReason = row.Text(at + 3),
        Error = row.Text(at + 4),
        Usage = row.Number(at + 5) is { } prompt && row.Number(at + 6) is { } completion
            ? new TokenUsage(prompt, completion) { Reasoning = row.Number(at + 7), Cached = row.Number(at + 8) }
            : null,
        FirstToken = Seconds(row, at + 9),
        Elapsed = Seconds(row, at + 10),
        Retries = row.GetInt32(at + 11),
        Cost = row.Yuan(at + 12),
        ServedBy = row.Text(at + 13),
        Waited = Seconds(row, at + 14),
        BackedOff = Seconds(row, at + 15),
        CostBy = row.Text(at + 16),
        IsReused = row.GetBoolean(at + 17),
    };

    // TimeSpan.FromSeconds cuts off, so that a time that is read and written again could lose a tick each time.
    private static TimeSpan? Seconds(LedgerRow row, int column) =>
        row.IsDBNull(column) ? null : TimeSpan.FromTicks((long)Math.Round(row.GetDouble(column) * TimeSpan.TicksPerSecond));
}
