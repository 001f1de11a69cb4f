using Jinbang.Runs.Sharing;
using Npgsql;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>Compares what the database says with what was really called.</summary>
/// <param name="database">Where everything is kept.</param>
/// <param name="calls">All calls that were ever sent.</param>
internal sealed class PlayedBooks(SharingDatabase database, IReadOnlyList<PlayedCall> calls)
{
    private const string Uncovered = """
        SELECT count(*) FROM work w, generate_series(0, w.next - 1) place
        WHERE NOT w.stopped AND NOT EXISTS (SELECT FROM attempt WHERE key = w.sitting || '-' || to_char(place, 'FM0000'))
        AND NOT EXISTS (SELECT FROM lease l WHERE l.sitting = w.sitting AND place >= l.first AND place < l.first + l.places)
        """;

    private const string Doubled = """
        SELECT count(*) FROM lease one JOIN lease other ON other.sitting = one.sitting AND other.first > one.first AND other.first < one.first + one.places
        """;

    private const string Booked = """
        SELECT (SELECT coalesce(sum(cost_yuan), 0) FROM attempt) + (SELECT coalesce(sum(cost_yuan), 0) FROM judgement)
            + (SELECT sum(lost_yuan) FROM sitting) + (SELECT coalesce(sum(yuan), 0) FROM outstanding)
        """;

    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        batch.With(Uncovered).With(Doubled).With(Booked)
            .With("SELECT model, cap, before, drawn FROM budget").With("SELECT model, holder, drawn, used FROM purse");
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        Assert.Equal(0, await FirstAsync<long>(reader, cancellationToken));
        Assert.Equal(0, await FirstAsync<long>(reader, cancellationToken));
        Assert.True(calls.Sum(call => call.Cost) + PlayedRun.Before <= await FirstAsync<decimal>(reader, cancellationToken), "The bill is above the books.");
        var budgets = new Dictionary<string, (decimal Most, decimal Drawn)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            budgets.Add(reader.GetString(0), (reader.GetDecimal(1) - reader.GetDecimal(2), reader.GetDecimal(3)));
        }

        await reader.NextResultAsync(cancellationToken);
        var purses = new List<(string Model, long Holder, decimal Drawn, decimal Used)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            purses.Add((reader.GetString(0), reader.GetInt64(1), reader.GetDecimal(2), reader.GetDecimal(3)));
        }

        foreach (var (model, (most, drawn)) in budgets)
        {
            var own = purses.Where(purse => purse.Model == model).ToList();
            var called = calls.Where(call => model is "" || call.Model == model).ToList();
            var owed = own.Sum(purse => purse.Used + Open(called, purse.Holder));
            Assert.True(called.Sum(call => call.Cost) <= owed, "The bill is above what is used and open.");
            Assert.All(own, purse => Assert.True(purse.Used + Open(called, purse.Holder) <= purse.Drawn, $"{purse} has {Open(called, purse.Holder)} open, which is above what was drawn."));
            Assert.Equal(drawn, own.Sum(purse => purse.Drawn));
            Assert.True(drawn <= most, "More is drawn than the cap allows.");
        }
    }

    private static decimal Open(IEnumerable<PlayedCall> called, long holder) =>
        called.Where(call => !call.IsBooked && call.Holder == holder).Sum(_ => PlayedCall.Worst);

    private static async Task<T> FirstAsync<T>(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        var value = reader.GetFieldValue<T>(0);
        await reader.NextResultAsync(cancellationToken);
        return value;
    }
}
