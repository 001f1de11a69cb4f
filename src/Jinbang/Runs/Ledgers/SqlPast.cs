using Jinbang.Models;
using Jinbang.Runs.Planning;

namespace Jinbang.Runs.Ledgers;

/// <summary>Reads figures of past calls from the ledger, never their texts.</summary>
internal static class SqlPast
{
    public static Task<IReadOnlyList<PastSitting>> SittingsAsync(SqlStore store, Model? model, CancellationToken cancellationToken) => ListAsync(
        store,
        $"""
        SELECT key, model, {store.Setting("provider")}, {store.Setting("id")}, {store.Setting("extraFields")}, {store.Switch("thinking")}
        FROM sitting {(model is null ? "" : "WHERE " + OfModel(store))} ORDER BY used DESC
        """,
        model is null ? [] : [("@provider", model.Provider), ("@id", model.Id)],
        row => new PastSitting(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.Text(4), row.IsDBNull(5) ? null : row.GetBoolean(5)),
        cancellationToken);

    public static IAsyncEnumerable<Model> ModelsAsync(SqlStore store, CancellationToken cancellationToken) =>
        store.SelectAsync("SELECT settings FROM sitting ORDER BY used DESC", [], row => ModelJson.Read(row.GetString(0)), cancellationToken);

    public static IAsyncEnumerable<Model> NamesakesAsync(SqlStore store, Sitting sitting, CancellationToken cancellationToken) => store.SelectAsync(
        $"SELECT settings FROM sitting WHERE {OfModel(store)} AND key <> @key",
        [("@provider", sitting.Model.Provider), ("@id", sitting.Model.Id), ("@key", sitting.Key)],
        row => ModelJson.Read(row.GetString(0)),
        cancellationToken);

    public static Task<IReadOnlyList<PastReply>> RepliesAsync(SqlStore store, string sitting, int most, CancellationToken cancellationToken) => ListAsync(
        store,
        """
        SELECT question, prompt_tokens, completion_tokens, cached_tokens, seconds, verdict = 'Unreadable' OR judged_by IS NOT NULL
        FROM attempt WHERE sitting = @named AND outcome <> 'Failed' ORDER BY id DESC LIMIT @most
        """,
        [("@named", sitting), ("@most", most)],
        Reply,
        cancellationToken);

    // There is no index by judge; the latest judgements are found by their numbers.
    public static Task<IReadOnlyList<PastReply>> JudgementsAsync(SqlStore store, string judge, int most, CancellationToken cancellationToken) => ListAsync(
        store,
        """
        SELECT '', prompt_tokens, completion_tokens, cached_tokens, seconds, FALSE
        FROM judgement WHERE judge = @named AND id > (SELECT coalesce(max(id), 0) FROM judgement) - 20 * @most ORDER BY id DESC LIMIT @most
        """,
        [("@named", judge), ("@most", most)],
        Reply,
        cancellationToken);

    public static Task<IReadOnlyList<string>> JudgesAsync(SqlStore store, CancellationToken cancellationToken) => ListAsync(
        store, "SELECT DISTINCT judge FROM judgement ORDER BY judge", [], row => row.GetString(0), cancellationToken);

    // By provider and id as they are indexed.
    private static string OfModel(SqlStore store) => $"{store.Setting("provider")} = @provider AND {store.Setting("id")} = @id";

    private static PastReply Reply(LedgerRow row) => new(
        row.GetString(0), row.Number(1), row.Number(2), row.Number(3), row.IsDBNull(4) ? null : row.GetDouble(4), !row.IsDBNull(5) && row.GetBoolean(5));

    private static async Task<IReadOnlyList<T>> ListAsync<T>(
        SqlStore store, string sql, (string Name, object? Value)[] parameters, Func<LedgerRow, T> read, CancellationToken cancellationToken) =>
        await store.SelectAsync(sql, parameters, read, cancellationToken).ToListAsync(cancellationToken);
}
