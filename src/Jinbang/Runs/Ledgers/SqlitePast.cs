using Jinbang.Models;
using Jinbang.Runs.Planning;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>Reads figures of past calls from the SQLite ledger, never their texts.</summary>
internal static class SqlitePast
{
    // By provider and id as they are indexed.
    private const string OfModel = "settings ->> '$.provider' = $provider AND settings ->> '$.id' = $id";

    public static Task<IReadOnlyList<PastSitting>> SittingsAsync(SqliteReads reads, Model? model, CancellationToken cancellationToken) => ListAsync(
        reads,
        $"""
        SELECT key, model, settings ->> '$.provider', settings ->> '$.id', settings ->> '$.extraFields', settings ->> '$.thinking'
        FROM sitting {(model is null ? "" : "WHERE " + OfModel)} ORDER BY used DESC
        """,
        model is null ? [] : [("$provider", model.Provider), ("$id", model.Id)],
        row => new PastSitting(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), SqliteReply.Text(row, 4), row.IsDBNull(5) ? null : row.GetBoolean(5)),
        cancellationToken);

    public static IAsyncEnumerable<Model> ModelsAsync(SqliteReads reads, CancellationToken cancellationToken) =>
        reads.SelectAsync("SELECT settings FROM sitting ORDER BY used DESC", [], row => ModelJson.Read(row.GetString(0)), cancellationToken);

    public static IAsyncEnumerable<Model> NamesakesAsync(SqliteReads reads, Sitting sitting, CancellationToken cancellationToken) => reads.SelectAsync(
        $"SELECT settings FROM sitting WHERE {OfModel} AND key <> $key",
        [("$provider", sitting.Model.Provider), ("$id", sitting.Model.Id), ("$key", sitting.Key)],
        row => ModelJson.Read(row.GetString(0)),
        cancellationToken);

    public static Task<IReadOnlyList<PastReply>> RepliesAsync(SqliteReads reads, string sitting, int most, CancellationToken cancellationToken) => ListAsync(
        reads,
        """
        SELECT question, prompt_tokens, completion_tokens, cached_tokens, seconds, verdict = 'Unreadable' OR judged_by IS NOT NULL
        FROM attempt WHERE sitting = $named AND outcome <> 'Failed' ORDER BY id DESC LIMIT $most
        """,
        [("$named", sitting), ("$most", most)],
        Reply,
        cancellationToken);

    // There is no index by judge; the latest judgements are found by their numbers.
    public static Task<IReadOnlyList<PastReply>> JudgementsAsync(SqliteReads reads, string judge, int most, CancellationToken cancellationToken) => ListAsync(
        reads,
        """
        SELECT '', prompt_tokens, completion_tokens, cached_tokens, seconds, 0
        FROM judgement WHERE judge = $named AND id > (SELECT coalesce(max(id), 0) FROM judgement) - 20 * $most ORDER BY id DESC LIMIT $most
        """,
        [("$named", judge), ("$most", most)],
        Reply,
        cancellationToken);

    public static Task<IReadOnlyList<string>> JudgesAsync(SqliteReads reads, CancellationToken cancellationToken) => ListAsync(
        reads, "SELECT DISTINCT judge FROM judgement ORDER BY judge", [], row => row.GetString(0), cancellationToken);

    private static PastReply Reply(SqliteDataReader row) => new(
        row.GetString(0), Number(row, 1), Number(row, 2), Number(row, 3), row.IsDBNull(4) ? null : row.GetDouble(4), !row.IsDBNull(5) && row.GetBoolean(5));

    private static int? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static async Task<IReadOnlyList<T>> ListAsync<T>(
        SqliteReads reads, string sql, (string Name, object? Value)[] parameters, Func<SqliteDataReader, T> read, CancellationToken cancellationToken) =>
        await reads.SelectAsync(sql, parameters, read, cancellationToken).ToListAsync(cancellationToken);
}
