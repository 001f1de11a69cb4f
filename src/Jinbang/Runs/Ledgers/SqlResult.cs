using Jinbang.Grading;
using Jinbang.Grading.Repeats;
using Jinbang.Models;

namespace Jinbang.Runs.Ledgers;

/// <summary>An attempt without its reply, as columns of the ledger.</summary>
internal static class SqlResult
{
    /// <summary>The columns, in the order of <see cref="Read"/>.</summary>
    public static readonly string[] Columns =
    [
        "key", "outcome", "repeat", "reading_kind", "reading_answer", "verdict", "points",
        "seconds", "first_token_seconds", "prompt_tokens", "completion_tokens", "cost_yuan",
    ];

    public static LedgerResult Read(LedgerRow row) => new(row.GetString(0), Enum.Parse<Outcome>(row.GetString(1)), ReadVote(row))
    {
        Seconds = row.IsDBNull(7) ? null : row.GetDouble(7),
        FirstTokenSeconds = row.IsDBNull(8) ? null : row.GetDouble(8),
        PromptTokens = row.Number(9),
        ReplyTokens = row.Number(10),
        Cost = row.Yuan(11),
    };

    private static Vote? ReadVote(LedgerRow row) => row.IsDBNull(5) ? null : new(
        row.GetInt32(2), Enum.Parse<ReadingKind>(row.GetString(3)), row.GetString(4), Enum.Parse<Verdict>(row.GetString(5)),
        row.GetDecimal(6));
}
