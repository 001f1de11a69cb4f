using System.Text.Json;
using Jinbang.Simulator;

namespace Jinbang.Tests.EndToEnd;

/// <summary>Asking each question several times, with seeds.</summary>
public sealed class RepeatTests : IDisposable
{
    private readonly Stranger stranger = new();
    private readonly string exam = Stranger.Sample("general-science.yaml");

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task Five_seeded_repeats_stand_on_the_board_as_the_replies_have_them()
    {
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) });

        (await RunAsync(server, "--repeats", "5", "--seed", "7")).Expect(0).Names("pass@5", "Majority vote");

        Assert.Equal(200, server.Stats.Requests);
        Assert.Equal(0, server.Stats.Repeated);
        var repeats = Repeats();
        Assert.Equal(5, repeats.GetProperty("planned").GetInt32());
        Assert.Equal([1, 2, 4, 5], repeats.GetProperty("pass").EnumerateArray().Select(rate => rate.GetProperty("k").GetInt32()));
        Assert.Equal(LedgerLook.One<double>(stranger, "SELECT avg(verdict = 'Right') FROM attempt"), Pass(repeats, 0), 12);
        Assert.Equal(
            LedgerLook.One<double>(stranger, "SELECT avg(any) FROM (SELECT max(verdict = 'Right') AS any FROM attempt GROUP BY question)"), Pass(repeats, 3), 12);
        Assert.Equal(
            LedgerLook.One<double>(stranger, "SELECT avg(low <> high) FROM (SELECT min(points) AS low, max(points) AS high FROM attempt GROUP BY question)"),
            repeats.GetProperty("unsteady").GetDouble(), 12);
        Assert.Contains("|sim-medium|5|", stranger.Read("boards/general-science.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_seeds_the_simulator_repeats_itself_and_the_board_says_so()
    {
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) });

        (await RunAsync(server, "--repeats", "3")).Expect(0);

        Assert.Equal((0.0, 0.0), (Repeats().GetProperty("variance").GetDouble(), Repeats().GetProperty("unsteady").GetDouble()));
    }

    [Fact]
    public async Task Repeats_that_are_missing_leave_fewer_and_the_board_counts_them()
    {
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) });
        (await RunAsync(server, "--repeats", "3", "--seed", "1")).Expect(0);
        LedgerLook.One<int>(stranger, "DELETE FROM attempt WHERE repeat = 2 AND id % 4 = 0; UPDATE sitting SET graded_as = NULL, tally = NULL; SELECT 1");
        var missing = 120 - LedgerLook.One<int>(stranger, "SELECT count(*) FROM attempt");
        Assert.InRange(missing, 5, 15);

        (await stranger.RunAsync("board", "--exam", exam)).Expect(0).Names($"questions with fewer than 3 graded replies: {missing}");

        Assert.Equal(missing, Repeats().GetProperty("short").GetInt32());
        Assert.Equal([0, 0, missing], Repeats().GetProperty("pass").EnumerateArray().Select(rate => rate.GetProperty("leftOut").GetInt32()));
    }

    [Fact]
    public async Task A_seed_makes_another_examination_and_none_is_the_one_of_before()
    {
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) });
        (await RunAsync(server)).Expect(0);
        (await RunAsync(server, "--seed", "1")).Expect(0);
        (await RunAsync(server)).Expect(0);

        Assert.Equal(80, server.Stats.Requests);
    }

    private static double Pass(JsonElement repeats, int at) => repeats.GetProperty("pass")[at].GetProperty("share").GetDouble();

    private JsonElement Repeats() =>
        JsonDocument.Parse(stranger.Read("boards/general-science.json")).RootElement.GetProperty("rows")[0].GetProperty("repeats");

    private Task<Said> RunAsync(SimulatedProvider server, params string[] words) =>
        stranger.RunAsync(["run", "--exam", exam, "--endpoint", server.Endpoint.ToString(), "--model", "sim-medium", .. words]);
}
