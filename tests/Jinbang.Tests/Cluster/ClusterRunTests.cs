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
}
