using Jinbang.Models;
using Jinbang.Runs.Prices;

namespace Jinbang.Runs.Ledgers;

/// <summary>Changes costs in the ledger.</summary>
internal static class SqlPrices
{
    /// <summary>Rows held in memory at once.</summary>
    private const int Batch = 10_000;

    private static readonly SqlRows Attempts = Reprice("attempt");
    private static readonly SqlRows Judgements = Reprice("judgement");

    /// <summary>The costs of a sitting's attempts; its sums hold them too, and are counted anew from then on.</summary>
    public static void ChangeSitting(SqlChange change, string sitting, Func<CallCost, CallCost> price, bool isTrial)
    {
        Change(change, "attempt", "sitting", sitting, price, isTrial);
        if (!isTrial)
        {
            change.Execute("UPDATE sitting SET graded_as = NULL, tally = NULL WHERE key = @key", ("@key", sitting));
            change.Put(SqlSheets.Forget, [[sitting]]);
        }
    }

    /// <summary>The costs of a judge's calls.</summary>
    public static void ChangeJudge(SqlChange change, string judge, Func<CallCost, CallCost> price, bool isTrial) =>
        Change(change, "judgement", "judge", judge, price, isTrial);

    private static void Change(
        SqlChange change, string table, string column, string owner, Func<CallCost, CallCost> price, bool isTrial)
    {
        var last = 0L;
        while (Read(change, table, column, owner, last) is { Count: > 0 } rows)
        {
            last = rows[^1].Id;
            List<object?[]> changed = [.. from row in rows let after = price(row.Cost) where after != row.Cost select new object?[] { row.Id, after.Yuan, after.By }];
            if (!isTrial)
            {
                change.Put(table == "attempt" ? Attempts : Judgements, changed);
            }
        }
    }

    private static SqlRows Reprice(string table) =>
        SqlRows.Update(table, ["id", "cost_yuan", "cost_by"], "cost_yuan = v.cost_yuan, cost_by = v.cost_by", $"{table}.id = v.id");

    private static List<(long Id, CallCost Cost)> Read(SqlChange change, string table, string column, string owner, long last) => change.Select(
        $"""
        SELECT id, prompt_tokens, completion_tokens, cached_tokens, cost_yuan, cost_by FROM {table}
        WHERE {column} = @owner AND id > @last AND outcome <> 'Failed' ORDER BY id LIMIT {Batch}
        """,
        row =>
        {
            var usage = row.IsDBNull(1) || row.IsDBNull(2) ? null : new TokenUsage(row.GetInt32(1), row.GetInt32(2)) { Cached = row.Number(3) };
            return (row.GetInt64(0), new CallCost(usage, row.Yuan(4), row.Text(5)));
        },
        ("@owner", owner), ("@last", last));
}
