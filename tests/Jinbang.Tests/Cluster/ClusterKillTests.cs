using Jinbang.Simulator.Pacing;
using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Cluster;

/// <summary>Silos that are killed in the midst of a run, as others join. A minute of it: JINBANG_LONG_TESTS=1.</summary>
public sealed class ClusterKillTests(SharedPostgres postgres, ITestOutputHelper output)
{
    private const int AtOnce = 24;

    private static readonly decimal Cap = LongForm.Of(2m, 10m);
    private static readonly int Questions = LongForm.Of(750, 3600);
    private static readonly int Kills = LongForm.Of(4, 20);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(3);

    // What people are promised; a suite starves silos of the processor.
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(LongForm.Of(30, 5));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Silos_that_are_killed_every_three_seconds_lose_no_answer_and_repeat_no_more_calls_than_were_under_way()
    {
        // No more than sixty a second, so that the run outlasts the kills.
        await using var room = await ExamRoom.OpenAsync(postgres, Questions, new() { Latency = Latency.Parse("400ms") }, $"budget: {Cap}\nconcurrency: {AtOnce}");
        await room.StartAsync(3);
        var run = room.RunAsync();
        await using var watch = new Watch(() => room.Calls);
        await watch.ForAsync(AtOnce * 3, run, Token);

        var underWay = await KillAsync(room, watch, run);
        var (code, _, errors) = await run;

        var calls = await room.SettledAsync();
        output.WriteLine($"{underWay} under way at the kills, at most {calls.MostInFlight} at once, {calls.RepeatedPaid} paid again, longest gap {watch.LongestGap.TotalSeconds:F1} s, bill {ExamPlan.Bill(calls)}, books {await room.BooksAsync()}");
        output.WriteLine($"no answers {watch.Story}\n{room.Said}");
        Assert.True(code == 0, errors);
        Assert.Equal(Questions, await room.AskAsync<long>("SELECT count(*) FROM attempt WHERE outcome = 'Replied'"));
        Assert.Equal(Questions, await room.AskAsync<long>("SELECT count(DISTINCT question) FROM attempt"));
        Assert.Equal(Questions, calls.Paid - calls.RepeatedPaid);
        Assert.InRange(calls.RepeatedPaid, 0, underWay + (AtOnce * await room.StarvedAsync()));
        Assert.InRange(ExamPlan.Bill(calls), 0, Math.Min(Cap, await room.BooksAsync()));
        Assert.InRange(watch.LongestGap, TimeSpan.Zero, Recovery);
    }

    /// <summary>Kills first whoever decides for the account, then one after the other by chance; for each another joins.</summary>
    /// <returns>Attempts that were under way at the kills, of all silos together: asked, and not yet in the ledger.</returns>
    private async Task<long> KillAsync(ExamRoom room, Watch watch, Task run)
    {
        var random = new Random(11);
        var victim = await room.DecidingAsync();
        var underWay = 0L;
        var kills = 0;
        for (; kills < Kills && !run.IsCompleted; kills++)
        {
            var recorded = await room.AskAsync<long>("SELECT count(*) FROM attempt");
            victim.Signal("KILL");
            await victim.EndAsync(Token);
            output.WriteLine($"{watch.Age.TotalSeconds:F1} s: {victim.Name} killed, {room.Present.Count} there");
            underWay += room.Calls.Requests - room.Calls.Repeated - recorded;
            Assert.InRange(ExamPlan.Bill(room.Calls), 0, await room.BooksAsync());

            await Task.WhenAll(Task.Delay(Between, TimeProvider.System, Token), room.StartAsync(1));
            victim = room.Present[random.Next(room.Present.Count)];
        }

        Assert.InRange(kills, 2, Kills);
        return underWay;
    }
}
