using System.Globalization;
using Jinbang.Grading;
using Jinbang.Grading.Repeats;
using Jinbang.Models;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>An attempt without its reply, as columns of the SQLite ledger.</summary>
internal static class SqliteResult
{
    /// <summary>The columns, in the order of <see cref="Read"/>.</summary>
    public static readonly string[] Columns =
    [
        "key", "outcome", "repeat", "reading_kind", "reading_answer", "verdict", "points",
        "seconds", "first_token_seconds", "prompt_tokens", "completion_tokens", "cost_yuan",
    ];

    public static LedgerResult Read(SqliteDataReader row) => new(row.GetString(0), Enum.Parse<Outcome>(row.GetString(1)), ReadVote(row))
    {
        Seconds = row.IsDBNull(7) ? null : row.GetDouble(7),
        FirstTokenSeconds = row.IsDBNull(8) ? null : row.GetDouble(8),
        PromptTokens = row.IsDBNull(9) ? null : row.GetInt32(9),
        ReplyTokens = row.IsDBNull(10) ? null : row.GetInt32(10),
        Cost = SqliteReply.Text(row, 11) is { } cost ? decimal.Parse(cost, CultureInfo.InvariantCulture) : null,
    };

    private static Vote? ReadVote(SqliteDataReader row) => row.IsDBNull(5) ? null : new(
        row.GetInt32(2), Enum.Parse<ReadingKind>(row.GetString(3)), row.GetString(4), Enum.Parse<Verdict>(row.GetString(5)),
        decimal.Parse(row.GetString(6), CultureInfo.InvariantCulture));
}
