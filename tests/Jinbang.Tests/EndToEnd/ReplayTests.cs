using System.Security.Cryptography;
using Jinbang.Simulator.Faults;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Tests.EndToEnd;

/// <summary>Boards made again from a ledger alone, and replies used twice but paid once.</summary>
public sealed class ReplayTests : IDisposable
{
    private readonly Stranger first = new();
    private readonly Stranger second = new();
    private readonly string exam = Stranger.Sample("general-science.yaml");

    private string Ledger => Path.Combine(first.Folder, ".jinbang", "ledger.db");

    public void Dispose()
    {
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public async Task A_replay_without_a_server_posts_the_same_boards_to_the_byte()
    {
        string endpoint;
        await using (var server = await Stranger.StartSimulatorAsync(new()
        {
            Sheet = Stranger.SheetOf(exam),
            Vague = 0.3,
            Latency = Latency.Parse("uniform:1ms..9ms"),
        }))
        {
            endpoint = server.Endpoint.ToString();
            first.Write("jinbang.yaml", $$"""
                exams: [{{exam}}]
                models:
                  - {name: priced, endpoint: "{{endpoint}}", id: sim-medium, seed: 4, price: {input: 2, output: 8, currency: CNY, date: 2026-11-01, source: test} }
                  - {name: unpriced, endpoint: "{{endpoint}}", id: sim-weak}
                  - random-baseline
                judges:
                  - {name: sim-judge, endpoint: "{{endpoint}}"}
                """);
            (await first.RunAsync("run", "--endpoint", endpoint, "--model", "sim-strong", "--edition", "one")).Expect(0);
            (await first.RunAsync("run", "--edition", "two", "--repeats", "3")).Expect(0).Names("sim-judge");
        }

        var before = Hash();
        var said = (await second.RunAsync(
            "run", "--replay", Ledger, "--exam", exam, "--judge", "sim-judge", "--endpoint", endpoint, "--edition", "two")).Expect(0);

        said.Names("replayed 400 attempts; 0 are not in that ledger");
        Assert.Equal(Boards(first), Boards(second));
        Assert.Equal(before, Hash());
    }

    [Fact]
    public async Task A_replay_of_a_faulty_run_posts_its_failures_too()
    {
        await using (var server = await Stranger.StartSimulatorAsync(new()
        {
            Sheet = Stranger.SheetOf(exam),
            Faults = FaultShare.ParseAll("too-long=0.3,500:retry-after=0=0.1,truncated=0.05,filter=0.05,empty=0.05,no-usage=0.05"),
        }))
        {
            (await first.RunAsync("run", "--exam", exam, "--endpoint", server.Endpoint.ToString(), "--model", "sim-medium")).Expect(1);
        }

        (await second.RunAsync("run", "--replay", Ledger, "--exam", exam)).Expect(1).Names("replayed 40 attempts; 0 are not", "failed");

        Assert.Equal(Boards(first), Boards(second));
        Assert.Equal(0, LedgerLook.One<int>(second, "SELECT count(*) FROM attempt WHERE NOT reused"));
    }

    [Fact]
    public async Task What_the_ledger_does_not_have_counts_as_not_asked()
    {
        await using (var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) }))
        {
            (await first.RunAsync("run", "--exam", exam, "--limit", "10", "--endpoint", server.Endpoint.ToString(), "--model", "sim-medium")).Expect(0);
        }

        (await second.RunAsync("run", "--replay", Ledger, "--exam", exam)).Expect(1).Names("replayed 10 attempts; 30 are not in that ledger");

        Assert.Equal(Boards(first), Boards(second));
    }

    [Fact]
    public async Task Who_is_not_in_the_ledger_cannot_be_replayed()
    {
        await using (var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) }))
        {
            (await first.RunAsync("run", "--exam", exam, "--endpoint", server.Endpoint.ToString(), "--model", "sim-medium")).Expect(0);
        }

        (await second.RunAsync("run", "--replay", Ledger, "--exam", exam, "--model", "stranger")).Expect(2).Names("stranger");
        (await second.RunAsync("run", "--replay", "nowhere.db", "--exam", exam)).Expect(2).Names("nowhere.db");
        Assert.False(second.Has("boards"));
        Assert.False(second.Has("nowhere.db"));
    }

    [Fact]
    public async Task A_renamed_exam_is_not_paid_for_again_unless_one_wants_to()
    {
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) });
        first.Write("jinbang.yaml", $$"""
            models:
              - {name: m, endpoint: "{{server.Endpoint}}", id: sim-medium, max-output-tokens: 100, price: {input: 100, output: 100, currency: CNY, date: 2026-11-01, source: test} }
            """);
        (await first.RunAsync("run", "--exam", exam)).Expect(0);
        var renamed = first.Write("renamed.yaml", (await File.ReadAllTextAsync(exam, TestContext.Current.CancellationToken)).Replace("exam: general-science", "exam: renamed", StringComparison.Ordinal));

        (await first.RunAsync("run", "--exam", renamed, "--budget", "0.000001")).Expect(0).Names("reused 40 replies");
        (await first.RunAsync("run", "--exam", renamed, "--budget", "0.000001")).Expect(0);
        Assert.Equal(40, server.Stats.Requests);

        var third = first.Write("third.yaml", (await File.ReadAllTextAsync(exam, TestContext.Current.CancellationToken)).Replace("exam: general-science", "exam: third", StringComparison.Ordinal));
        (await first.RunAsync("run", "--exam", third, "--no-reuse")).Expect(0);
        Assert.Equal(80, server.Stats.Requests);

        (await second.RunAsync("run", "--replay", Ledger, "--exam", first.Write("fourth.yaml", (await File.ReadAllTextAsync(exam, TestContext.Current.CancellationToken)).Replace("exam: general-science", "exam: fourth", StringComparison.Ordinal)))).Expect(0).Names("replayed 40");
    }

    private string Hash() => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Ledger)));

    private static Dictionary<string, string> Boards(Stranger stranger)
    {
        var folder = Path.Combine(stranger.Folder, "boards");
        return Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToBase64String(File.ReadAllBytes(file)));
    }
}
