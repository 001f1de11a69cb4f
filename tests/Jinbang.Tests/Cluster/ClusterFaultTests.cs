using Jinbang.Simulator.Pacing;
using Jinbang.Tests.Net;
using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Cluster;

/// <summary>Runs of several silos whose database goes away, or who are cut off from each other. Half a minute of it: JINBANG_LONG_TESTS=1.</summary>
public sealed class ClusterFaultTests(ITestOutputHelper output) : IDisposable
{
    private const int AtOnce = 24;

    private static readonly Jinbang.Simulator.SimulatorOptions Slow = new() { Latency = Latency.Parse("400ms") };
    private static readonly decimal Cap = LongForm.Of(2m, 8m);
    private static readonly string Settings = $"budget: {Cap}\nconcurrency: {AtOnce}";

    private readonly ClusterRoom cluster = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => cluster.Dispose();

    [Fact]
    public async Task A_database_that_is_restarted_and_crashes_in_the_midst_of_a_run_holds_it_up_and_loses_nothing()
    {
        const int Questions = 600;
        await using var server = await PostgresServer.StartNewAsync(new() { Durable = true }, Token);
        await using var room = await ExamRoom.OpenAsync(await server.NewDatabaseAsync(Token), Plan(Questions), Slow);
        await room.StartAsync(3);
        var run = room.RunAsync();
        await using var watch = new Watch(() => room.Calls);

        await watch.ForAsync(150, run, Token);
        var underWay = room.Calls.InFlight;
        output.WriteLine($"{watch.Age.TotalSeconds:F1} s: restart, {room.Calls.InFlight} under way");
        await server.RestartAsync(Token);
        output.WriteLine($"{watch.Age.TotalSeconds:F1} s: restarted, {room.Calls.InFlight} under way");
        await watch.ForAsync(350, run, Token);
        underWay += room.Calls.InFlight;
        output.WriteLine($"{watch.Age.TotalSeconds:F1} s: crash, {room.Calls.InFlight} under way");
        await server.CrashAsync(Token);
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, Token);
        var asked = room.Calls.Requests;
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, Token);
        Assert.Equal(asked, room.Calls.Requests);
        await server.StartAsync(Token);

        var ended = await run;
        output.WriteLine($"no answers {watch.Story}");
        Assert.Equal(AtOnce, room.Calls.MostInFlight);
        await EverythingIsAnsweredOnceAsync(room, ended, Questions, underWay);
    }

    [Fact]
    public async Task A_silo_that_is_cut_off_from_the_others_alone_counts_nothing_twice_and_comes_back_by_itself()
    {
        var questions = LongForm.Of(1000, 2700);
        await using var hosts = await Hosts.StartAsync(3, Token);
        await using var server = await PostgresServer.StartNewAsync(new() { Address = hosts.Database }, Token);
        await using var room = await ExamRoom.OpenAsync(await server.NewDatabaseAsync(Token), Plan(questions), Slow, hosts);
        await room.StartAsync(3);
        var run = room.RunAsync();
        await using var watch = new Watch(() => room.Calls);
        await watch.ForAsync(AtOnce * 3, run, Token);
        // The one that decides for the account, since that is worst.
        var deciding = await room.DecidingAsync();
        var alone = hosts.All[room.Silos.TakeWhile(silo => silo != deciding).Count()];
        var others = hosts.All.Where(host => host != alone).ToList();

        foreach (var other in others)
        {
            await Hosts.CutOffAsync(alone, other, Token);
        }

        var before = room.Calls;
        await Task.Delay(TimeSpan.FromSeconds(LongForm.Of(8, 30)), TimeProvider.System, Token);
        var during = room.Calls;
        foreach (var other in others)
        {
            await Hosts.HealAsync(alone, other, Token);
        }

        output.WriteLine($"answers while one was cut off: {during.Replies - before.Replies}; no answers {watch.Story}");
        Assert.False(run.IsCompleted, "The run ended before the silo was back.");
        Assert.All(room.Silos.Where(silo => silo != deciding), silo => Assert.DoesNotContain("declared this one dead", silo.Said, StringComparison.Ordinal));
        // What was under way when the silo ended itself: calls, and answers that were not in the ledger yet.
        await EverythingIsAnsweredOnceAsync(room, await run, questions, 2 * AtOnce);
        while ((await cluster.StatusAsync(room.Database)).Count(silo => silo.State == "active") < 3)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Token);
        }
    }

    [Fact]
    public async Task A_silo_that_was_among_the_others_tries_until_they_let_it_in_again_and_a_new_one_says_that_they_do_not()
    {
        await using var hosts = await Hosts.StartAsync(4, Token);
        await using var server = await PostgresServer.StartNewAsync(new() { Address = hosts.Database }, Token);
        await using var room = await ExamRoom.OpenAsync(await server.NewDatabaseAsync(Token), Plan(1), Slow, hosts);
        await room.StartAsync(2);
        var cuts = hosts.All.Take(2).SelectMany(_ => hosts.All.Skip(2), (one, other) => (one, other)).ToList();
        foreach (var (one, other) in cuts)
        {
            await Hosts.CutOffAsync(one, other, Token);
        }

        var fresh = room.Begin();
        room.Variables["JINBANG_SILO_REBORN"] = "1";
        var reborn = room.Begin();
        Assert.Equal(2, await fresh.EndAsync(Token));
        await reborn.HearAsync("starts anew", 1, Token);
        foreach (var (one, other) in cuts)
        {
            await Hosts.HealAsync(one, other, Token);
        }

        await reborn.HearAsync("is in the cluster at", 1, Token);
        Assert.Contains("see --listen", fresh.Said, StringComparison.Ordinal);
    }

    private static ExamPlan Plan(int questions) => new() { Exams = [("widgets.yaml", ExamPlan.Widgets(questions))], Settings = Settings };

    private async Task EverythingIsAnsweredOnceAsync(ExamRoom room, (int Code, string Output, string Errors) run, int questions, long underWay)
    {
        var calls = await room.SettledAsync();
        output.WriteLine($"{underWay} under way, at most {calls.MostInFlight} at once, {calls.RepeatedPaid} paid again, bill {ExamPlan.Bill(calls)}, books {await room.BooksAsync()}\n{room.Said}");
        Assert.True(run.Code == 0, run.Errors);
        Assert.Equal(questions, await room.AskAsync<long>("SELECT count(*) FROM attempt WHERE outcome = 'Replied'"));
        Assert.Equal(questions, await room.AskAsync<long>("SELECT count(DISTINCT question) FROM attempt"));
        Assert.Equal(questions, calls.Paid - calls.RepeatedPaid);
        Assert.InRange(calls.RepeatedPaid, 0, underWay + (AtOnce * await room.StarvedAsync()));
        Assert.InRange(ExamPlan.Bill(calls), 0, Math.Min(Cap, await room.BooksAsync()));
    }
}
