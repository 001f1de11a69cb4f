using Jinbang.Models;
using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Cluster.Pacing;

/// <summary>Two silos, a real database and an account of 600 requests a minute, ten at once.</summary>
public sealed class AccountGrainTests(SharedPostgres postgres) : IDisposable
{
    private static readonly PaceLimits Limits = new() { RequestsPerMinute = 600, Burst = 10 };

    private readonly ClusterRoom room = new();
    private readonly List<TimeSpan> begun = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Two_silos_keep_to_one_account_s_limit_and_go_on_when_the_one_that_decided_leaves()
    {
        await using var database = await postgres.NewDatabaseAsync(Token);
        await using var second = await StartAsync(database, "second");
        await using (var first = await StartAsync(database, "first"))
        {
            await Task.WhenAll(Ask(first, 3).Concat(Ask(second, 3)));
            Assert.True(await first.DecidesAsync(Token) ^ await second.DecidesAsync(Token));
            Assert.InRange(begun.Count, 15, MostWithin(begun));
        }

        var before = begun.Count;
        await Task.WhenAll(Ask(second, 4));

        Assert.True(await second.DecidesAsync(Token));
        Assert.InRange(begun.Count - before, 10, MostWithin(begun[before..]));
        Assert.All(begun, from => Assert.InRange(begun.Count(at => at >= from && at < from + TimeSpan.FromSeconds(2)), 1, 31));
    }

    // A call may begin half a second after it was let in.
    private static double MostWithin(List<TimeSpan> calls) => 10 + ((calls.Max() - calls.Min()).TotalSeconds + 0.5) * 10;

    private Task<DecidingSilo> StartAsync(PostgresDatabase database, string name) =>
        DecidingSilo.StartAsync(room, database.ConnectionString, name, Limits, begun, Token);

    private static IEnumerable<Task> Ask(DecidingSilo silo, double seconds) =>
        Enumerable.Range(0, 4).Select(_ => silo.AskAsync(TimeSpan.FromSeconds(seconds), Token));
}
