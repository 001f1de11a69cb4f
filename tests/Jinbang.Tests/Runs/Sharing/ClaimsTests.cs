using Jinbang.Runs.Pacing;
using Jinbang.Runs.Sharing;
using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>What no two holders may do at one time.</summary>
public sealed class ClaimsTests(SharedPostgres shared)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_several_who_want_to_do_the_same_one_does_it_and_then_the_next()
    {
        await using var database = await SharingDatabase.CreateAsync(shared, Token);
        await using var first = await database.JoinAsync(Token);
        await using var second = await database.JoinAsync(Token);
        var (under, most, done) = (0, 0, 0);

        async Task<int> WorkAsync()
        {
            most = Math.Max(most, Interlocked.Increment(ref under));
            await Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System, Token);
            Interlocked.Decrement(ref under);
            return Interlocked.Increment(ref done);
        }

        for (var round = 0; round < 5; round++)
        {
            await using var one = Means(database, first);
            await using var other = Means(database, second);
            await Task.WhenAll(one.DoAloneAsync("it", WorkAsync, Token), other.DoAloneAsync("it", WorkAsync, Token));
        }

        Assert.Equal((1, 10), (most, done));
        Assert.Equal(0, await database.AskAsync<long>("SELECT count(*) FROM claim", Token));
    }

    [Fact]
    public async Task Whoever_fails_or_is_removed_lets_the_others_do_it()
    {
        await using var database = await SharingDatabase.CreateAsync(shared, Token);
        await using var dying = await database.JoinAsync(Token);
        await using var waiting = await database.JoinAsync(Token);
        await using var one = Means(database, dying);
        await using var other = Means(database, waiting);
        await Assert.ThrowsAsync<InvalidOperationException>(() => one.DoAloneAsync<int>("it", () => throw new InvalidOperationException(), Token));
        var (isAtIt, isOver) = (new TaskCompletionSource(), new TaskCompletionSource());
        var hanging = one.DoAloneAsync(
            "it",
            async () =>
            {
                isAtIt.SetResult();
                await isOver.Task;
                return 1;
            },
            Token);
        await isAtIt.Task;
        var next = other.DoAloneAsync("it", () => Task.FromResult(2), Token);
        Assert.False(next.IsCompleted);

        await using (var connection = await database.Source.OpenConnectionAsync(Token))
        {
            Assert.True(Fence.Remove(connection, dying.Number, null, TimeSpan.FromSeconds(10)));
        }

        Assert.Equal(2, await next);
        isOver.SetResult();
        Assert.Equal(1, await hanging);
    }

    private static SharedMeans Means(SharingDatabase database, PostgresHolder holder) =>
        new(holder, database.Ledger, "run", new OwnPace(Samples.Quick, TimeProvider.System), null, TimeProvider.System);
}
