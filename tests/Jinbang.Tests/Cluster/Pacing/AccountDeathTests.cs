using Jinbang.Simulator.Pacing;
using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Cluster.Pacing;

/// <summary>A run of three silos whose model takes 1,200 requests a minute and says so.</summary>
public sealed class AccountDeathTests(SharedPostgres postgres)
{
    private const int Questions = 300;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_go_on_within_seconds_when_the_silo_that_decided_for_their_account_is_killed()
    {
        await using var room = await ExamRoom.OpenAsync(postgres, Questions, new() { Latency = Latency.Parse("200ms"), RateLimit = new(1200, 20) });
        await room.StartAsync(3);
        var run = room.RunAsync();
        await WaitForAsync(() => room.Calls.Requests > 100);
        var name = await room.AskAsync<string>("SELECT h.name FROM account a JOIN holder h ON h.number = a.holder");

        room.Silos[name[^1] - '0'].Signal("KILL");
        var longest = await LongestPauseAsync(() => room.Calls.Requests, run);

        var (code, _, errors) = await run;
        Assert.True(code == 0, errors);
        Assert.Equal(Questions, await room.AskAsync<long>("SELECT count(*) FROM attempt"));
        // Tests share their machine with others.
        Assert.InRange(longest.TotalSeconds, 0, LongForm.Of(30, 5));
    }

    private static async Task WaitForAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        }
    }

    private static async Task<TimeSpan> LongestPauseAsync(Func<long> count, Task run)
    {
        var (longest, before, at) = (TimeSpan.Zero, count(), TimeProvider.System.GetTimestamp());
        while (!run.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
            if (count() is var now && now > before)
            {
                var pause = TimeProvider.System.GetElapsedTime(at);
                (longest, before, at) = (pause > longest ? pause : longest, now, TimeProvider.System.GetTimestamp());
            }
        }

        return longest;
    }
}
