using System.Globalization;
using Jinbang.Models;
using Jinbang.Runs.Prices;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>Changes costs in the SQLite ledger.</summary>
internal static class SqlitePrices
{
    /// <summary>Rows held in memory at once.</summary>
    private const int Batch = 10_000;

    /// <summary>The costs of a sitting's attempts; its sums hold them too, and are counted anew from then on.</summary>
    public static void ChangeSitting(SqliteTransaction transaction, string sitting, Func<CallCost, CallCost> price, bool isTrial)
    {
        Change(transaction, "attempt", "sitting", sitting, price, isTrial);
        if (!isTrial)
        {
            using var command = transaction.Connection!.Command("UPDATE sitting SET graded_as = NULL, tally = NULL WHERE key = $key", ("$key", sitting));
            command.ExecuteNonQuery();
            SqliteSheets.Forget(transaction, sitting);
        }
    }

    /// <summary>The costs of a judge's calls.</summary>
    public static void ChangeJudge(SqliteTransaction transaction, string judge, Func<CallCost, CallCost> price, bool isTrial) =>
        Change(transaction, "judgement", "judge", judge, price, isTrial);

    private static void Change(
        SqliteTransaction transaction, string table, string column, string owner, Func<CallCost, CallCost> price, bool isTrial)
    {
        var last = 0L;
        while (Read(transaction, table, column, owner, last) is { Count: > 0 } rows)
        {
            last = rows[^1].Id;
            foreach (var (id, before) in rows)
            {
                var after = price(before);
                if (after != before && !isTrial)
                {
                    Write(transaction, table, id, after);
                }
            }
        }
    }

    private static List<(long Id, CallCost Cost)> Read(SqliteTransaction transaction, string table, string column, string owner, long last)
    {
        using var command = transaction.Connection!.Command(
            $"""
            SELECT id, prompt_tokens, completion_tokens, cached_tokens, cost_yuan, cost_by FROM {table}
            WHERE {column} = $owner AND id > $last AND outcome <> 'Failed' ORDER BY id LIMIT {Batch}
            """,
            ("$owner", owner),
            ("$last", last));
        var rows = new List<(long, CallCost)>();
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var usage = row.IsDBNull(1) || row.IsDBNull(2)
                ? null
                : new TokenUsage(row.GetInt32(1), row.GetInt32(2)) { Cached = row.IsDBNull(3) ? null : row.GetInt32(3) };
            var yuan = SqliteReply.Text(row, 4) is { } cost ? decimal.Parse(cost, CultureInfo.InvariantCulture) : (decimal?)null;
            rows.Add((row.GetInt64(0), new CallCost(usage, yuan, SqliteReply.Text(row, 5))));
        }

        return rows;
    }

    private static void Write(SqliteTransaction transaction, string table, long id, CallCost cost)
    {
        using var command = transaction.Connection!.Command(
            $"UPDATE {table} SET cost_yuan = $yuan, cost_by = $by WHERE id = $id",
            ("$yuan", cost.Yuan?.ToString(CultureInfo.InvariantCulture)),
            ("$by", cost.By),
            ("$id", id));
        command.ExecuteNonQuery();
    }
}
