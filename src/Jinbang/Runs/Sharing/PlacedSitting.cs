using Jinbang.Runs.Ledgers;
using Npgsql;

namespace Jinbang.Runs.Sharing;

/// <summary>A sitting that a placed run asks, as the ledger is to know it.</summary>
/// <param name="Sitting">Who sits which exam.</param>
/// <param name="Repeats">How often each question is asked.</param>
/// <param name="Edition">The edition it is made for, or null.</param>
public sealed record PlacedSitting(Sitting Sitting, int Repeats, string? Edition)
{
    private const string BeginSittings = """
        INSERT INTO sitting (key, exam, language, model, settings, repeats, used)
        SELECT s.key, s.exam, s.language, s.model, s.settings::json, s.repeats, (SELECT coalesce(max(used), 0) FROM sitting) + s.nth
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::int[]) WITH ORDINALITY AS s (key, exam, language, model, settings, repeats, nth)
        ON CONFLICT (key) DO UPDATE SET
            model = excluded.model, settings = excluded.settings, repeats = excluded.repeats, used = excluded.used,
            lost_yuan = plus(sitting.lost_yuan, sitting.outstanding_yuan), outstanding_yuan = 0
        """;

    private const string See = """
        INSERT INTO first_seen (exam, language, model, edition, nth)
        SELECT s.exam, s.language, s.model, s.edition, (SELECT coalesce(max(nth), 0) FROM first_seen) + s.nth
        FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS s (exam, language, model, edition, nth)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Begins many, in their order, as <see cref="Ledger.BeginAsync"/> does one after the other.</summary>
    /// <param name="connection">With an open transaction, in which nobody else is known to ask them.</param>
    /// <param name="all">The sittings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    internal static async Task BeginAsync(NpgsqlConnection connection, IReadOnlyList<PlacedSitting> all, CancellationToken cancellationToken)
    {
        string[] Of(Func<Sitting, string> part) => [.. all.Select(placed => part(placed.Sitting))];
        var (exams, languages, models) = (Of(sitting => sitting.Exam), Of(sitting => sitting.Language.ToString()), Of(sitting => sitting.Model.Name));
        await using var batch = new NpgsqlBatch(connection);
        batch.With($"SELECT {PostgresLocks.Wait(PostgresLocks.Beginning)}")
            .With(BeginSittings, Of(sitting => sitting.Key), exams, languages, models, Of(sitting => ModelJson.Write(sitting.Model)), all.Select(placed => placed.Repeats).ToArray())
            .With(See, exams, languages, models, all.Select(placed => placed.Edition).ToArray());
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
