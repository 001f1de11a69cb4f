using Jinbang.Simulator;
using Jinbang.Simulator.Pacing;
using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Cluster;

/// <summary>Runs of several silos, as programs, on a real database: what one machine would have done, whoever comes and goes.</summary>
public sealed class ClusterRunTests(SharedPostgres postgres)
{
    private const int Questions = 600;

    private static SimulatorOptions Quick => new() { Latency = Latency.Parse("50ms") };

    [Fact]
    public async Task Three_silos_ask_everything_once_and_the_board_is_posted_here()
    {
        await using var room = await ExamRoom.OpenAsync(postgres, Questions, Quick, "budget: 5");
        await room.StartAsync(3);

        var (code, _, errors) = await room.RunAsync();

        Assert.True(code == 0, errors + string.Join("\n", room.Silos.Select(silo => silo.Said)));
        Assert.Equal(Questions, room.Calls.Requests);
        Assert.Equal(Questions, await room.AskAsync<long>("SELECT count(*) FROM attempt"));
        Assert.Equal("Ended", await room.AskAsync<string>("SELECT state FROM run"));
        Assert.Equal(0, await room.AskAsync<long>("SELECT count(*) FROM work"));
        Assert.Contains("sim-strong", await File.ReadAllTextAsync(room.Verbs.Path("boards/widgets.en.md"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_cluster_is_to_ask_nobody_asks_alone_and_a_stopped_run_goes_on_by_the_same_command()
    {
        await using var room = await ExamRoom.OpenAsync(postgres, 40, Quick);
        await File.AppendAllTextAsync(room.Verbs.Path("jinbang.yaml"), $"\nledger: \"{room.Address}\"\n", TestContext.Current.CancellationToken);
        var placed = room.RunAsync();
        while (await room.AskAsync<long>("SELECT count(*) FROM pg_tables WHERE tablename = 'run'") == 0 || await room.AskAsync<long>("SELECT count(*) FROM run") == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        var run = await room.AskAsync<string>("SELECT id FROM run");
        var alone = await room.Verbs.RunAsync("run");
        using var cluster = new ClusterRoom();
        var stopped = await ClusterRoom.SayAsync(["stop", run, .. cluster.Meet(room.Database)]);
        var (code, _, _) = await placed;

        Assert.NotEqual(0, alone.Code);
        Assert.Contains($"jinbang cluster stop {run}", alone.Errors, StringComparison.Ordinal);
        stopped.Expect(0);
        Assert.NotEqual(0, code);
        Assert.Equal(0, room.Calls.Requests);

        await room.StartAsync(1);
        var (last, _, errors) = await room.RunAsync();

        Assert.True(last == 0, errors + room.Said);
        Assert.Equal(40, room.Calls.Requests);
    }

    [Fact]
    public async Task A_silo_waits_for_its_calls_at_the_first_signal_and_for_nothing_at_the_second()
    {
        const int All = 3;
        await using var room = await ExamRoom.OpenAsync(postgres, All, new() { Latency = Latency.Parse("10s") }, $"concurrency: {All}");
        var busy = (await room.StartAsync(1))[0];
        var run = room.RunAsync();
        while (room.Calls.InFlight < All)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        busy.Signal("TERM");
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.False(busy.HasEnded, busy.Said);
        busy.Signal("TERM");
        Assert.NotEqual(0, await busy.EndAsync(TestContext.Current.CancellationToken));

        await room.StartAsync(1);
        var (code, _, errors) = await run;
        Assert.True(code == 0, errors);
        Assert.Equal(All, await room.AskAsync<long>("SELECT count(*) FROM attempt WHERE outcome = 'Replied'"));
        Assert.Equal(All * 2, room.Calls.Requests);
    }
}
