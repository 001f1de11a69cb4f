using System.Globalization;
using Jinbang.Grading;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>A graded attempt without its reply, as columns of the SQLite ledger.</summary>
internal static class SqliteVote
{
    /// <summary>The columns, in the order of <see cref="Read"/>.</summary>
    public static readonly string[] Columns = ["key", "repeat", "reading_kind", "reading_answer", "verdict", "points"];

    /// <summary>The vote; null when the attempt has no grade.</summary>
    public static LedgerVote? Read(SqliteDataReader row) => row.IsDBNull(4) ? null : new(row.GetString(0), new(
        row.GetInt32(1), Enum.Parse<ReadingKind>(row.GetString(2)), row.GetString(3), Enum.Parse<Verdict>(row.GetString(4)),
        decimal.Parse(row.GetString(5), CultureInfo.InvariantCulture)));
}
