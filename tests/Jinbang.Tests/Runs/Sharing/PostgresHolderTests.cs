using Jinbang.Runs.Sharing;
using Jinbang.Tests.Postgres;
using Npgsql;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>Holders that live by the real clock.</summary>
public sealed class PostgresHolderTests(SharedPostgres shared)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_beats_by_itself_however_busy_the_pool_is_and_is_gone_when_it_leaves()
    {
        await using var database = await SharingDatabase.CreateAsync(shared, Token);
        await using (var holder = await database.JoinAsync(Token))
        {
            var until = TimeProvider.System.GetTimestamp();
            using var release = new ManualResetEventSlim();
            var busy = Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => Task.Run(() => release.Wait(Token), Token)).ToList();
            while (TimeProvider.System.GetElapsedTime(until) < TimeSpan.FromSeconds(2.2))
            {
                Assert.True(holder.MayBegin);
                new ManualResetEvent(false).WaitOne(TimeSpan.FromMilliseconds(50));
            }

            release.Set();
            await Task.WhenAll(busy);
            Assert.True(await database.AskAsync<long>("SELECT beat FROM holder", Token) >= 3);
            Assert.False(holder.Removed.IsCancellationRequested);
        }

        Assert.Equal(0L, await database.AskAsync<long>("SELECT count(*) FROM holder", Token));
    }

    [Fact]
    public async Task One_that_was_removed_ends_for_good()
    {
        await using var database = await SharingDatabase.CreateAsync(shared, Token);
        await using var holder = await database.JoinAsync(Token);
        var lost = new TaskCompletionSource();
        await using var heard = holder.Removed.Register(lost.SetResult);

        await database.ExecuteAsync("DELETE FROM holder", Token);

        await lost.Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Token);
        Assert.True(holder.IsRemoved);
        Assert.False(holder.MayBegin);
    }

    [Fact]
    public async Task Without_the_database_it_does_not_join()
    {
        var settings = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = 1, Username = "nobody" };

        await Assert.ThrowsAsync<NpgsqlException>(() => PostgresHolder.JoinAsync(settings.ConnectionString, "test", "1", null, TimeProvider.System, Token));
    }
}
