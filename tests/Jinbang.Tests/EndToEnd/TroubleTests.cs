using System.Text.Json;
using Jinbang.Simulator;
using Jinbang.Simulator.Faults;

namespace Jinbang.Tests.EndToEnd;

/// <summary>Providers that fail, and keys that must stay secret meanwhile.</summary>
public sealed class TroubleTests : IDisposable
{
    private const string Key = "sk-very-secret-0123456789";
    private readonly Stranger stranger = new();
    private readonly string exam = Stranger.Sample("general-science.yaml");

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task Passing_faults_are_retried_to_the_end_and_the_key_shows_nowhere()
    {
        await using var server = await Stranger.StartSimulatorAsync(new()
        {
            Sheet = Stranger.SheetOf(exam),
            Key = Key,
            Faults = FaultShare.ParseAll("429:retry-after=0=0.1,500=0.1,malformed=0.05,cut=0.05,cut-early=0.05,empty=0.05,html=0.05"),
        });
        stranger.Environment["JINBANG_API_KEY"] = Key;

        var said = (await RunAsync(server)).Expect(0);

        Assert.True(server.Stats.ByFault.Values.Sum() > 5);
        Assert.Equal(40, LedgerLook.One<int>(stranger, "SELECT count(*) FROM attempt WHERE outcome = 'Replied'"));
        AssertSecret(said);
    }

    [Fact]
    public async Task A_dead_endpoint_is_named_and_the_other_models_go_on()
    {
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) });
        stranger.Write("jinbang.yaml", $$"""
            exams: [{{exam}}]
            models:
              - {name: dead, endpoint: "http://127.0.0.1:1/v1"}
              - {name: alive, endpoint: "{{server.Endpoint}}", id: sim-strong}
            """);

        var said = (await stranger.RunAsync("run")).Expect(1).Names("dead", "127.0.0.1:1", "refused");

        Assert.Contains("40/40", said.Output, StringComparison.Ordinal);
        Assert.Contains("0/40", said.Output, StringComparison.Ordinal);
        Assert.Contains("dead：40 题中 0 题有评分", stranger.Read("boards/general-science.md"), StringComparison.Ordinal);
        using var board = JsonDocument.Parse(stranger.Read("boards/general-science.json"));
        Assert.Equal([40, 0], board.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("coverage").GetProperty("graded").GetInt32()));
    }

    [Fact]
    public async Task A_wrong_key_stops_the_model_and_names_the_variable_but_not_the_key()
    {
        await using var server = await Stranger.StartSimulatorAsync(new() { Key = "sk-right" });
        stranger.Environment["JINBANG_API_KEY"] = Key;

        var said = (await RunAsync(server)).Expect(1).Names("401", "JINBANG_API_KEY");

        Assert.InRange(server.Stats.Requests, 1, 16);
        AssertSecret(said);
    }

    [Theory]
    [InlineData("truncated=1", "cutOff")]
    [InlineData("filter=1", "refused")]
    [InlineData("empty=1", "unanswered")]
    public async Task What_became_of_replies_stands_beside_the_score(string fault, string counted)
    {
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam), Faults = FaultShare.ParseAll(fault) });

        (await RunAsync(server)).Expect(0);

        using var board = JsonDocument.Parse(stranger.Read("boards/general-science.json"));
        var coverage = board.RootElement.GetProperty("rows")[0].GetProperty("coverage");
        Assert.Equal((40, 40, 0), (coverage.GetProperty("graded").GetInt32(), coverage.GetProperty(counted).GetInt32(), coverage.GetProperty("failed").GetInt32()));
    }

    [Fact]
    public async Task A_stalled_call_ends_by_the_limit_that_the_file_sets()
    {
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam), Script = [new ScriptLine(Fault.Parse("stall"))] });
        stranger.Write("jinbang.yaml", "timeouts: {between-tokens: 300ms}\nlog: run.log\n");

        (await RunAsync(server)).Expect(0);

        Assert.Contains("\"Kind\":\"Timeout\"", stranger.Read("run.log"), StringComparison.Ordinal);
        Assert.Equal(1, server.Stats.Abandoned);
    }

    [Theory]
    [InlineData("bomb")]
    [InlineData("huge")]
    public async Task Memory_stays_small_whatever_a_server_sends(string fault)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The peak of memory is read from /proc.");
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam), Faults = FaultShare.ParseAll(fault + "=1") });
        using var process = stranger.Start("run", "--exam", exam, "--endpoint", server.Endpoint.ToString(), "--model", "sim-strong", "--concurrency", "1");
        var end = Stranger.EndOf(process);
        var peak = 0L;
        while (!end.IsCompleted)
        {
            peak = Math.Max(peak, PeakMegabytes(process.Id));
            await Task.WhenAny(end, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken));
        }

        (await end).Expect(1).Names("more than any reply needs", "may have been billed");
        Assert.InRange(peak, 20, 250);
        TestContext.Current.SendDiagnosticMessage($"{fault}: peak {peak} MB");
    }

    [Fact]
    public async Task A_budget_smaller_than_the_work_is_kept_and_told()
    {
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) });
        stranger.Write("jinbang.yaml", $$"""
            exams: [{{exam}}]
            models:
              - name: priced
                endpoint: {{server.Endpoint}}
                id: sim-strong
                max-output-tokens: 100
                price: {input: 100, output: 100, currency: CNY, date: 2026-11-01, source: test}
            budget: 0.2
            spend-up-to-budget: true
            """);

        (await stranger.RunAsync("run")).Expect(1).Names("priced", "budget");

        var billed = (server.Stats.PromptTokens + server.Stats.CompletionTokens) * 100m / 1_000_000;
        Assert.InRange(billed, 0.05m, 0.2m);
        Assert.Equal((double)billed, LedgerLook.One<double>(stranger, "SELECT sum(CAST(cost_yuan AS REAL)) FROM attempt"), 9);
    }

    private Task<Said> RunAsync(SimulatedProvider server) =>
        stranger.RunAsync("run", "--exam", exam, "--endpoint", server.Endpoint.ToString(), "--model", "sim-strong");

    private static long PeakMegabytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) ?? "VmHWM: 0 kB";
            return long.Parse(line["VmHWM:".Length..^"kB".Length], System.Globalization.CultureInfo.InvariantCulture) / 1024;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return 0; // it has ended
        }
    }

    private void AssertSecret(Said said)
    {
        Assert.DoesNotContain(Key, said.Output + said.Errors, StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(stranger.Folder, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(Key, System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)), StringComparison.Ordinal));
    }
}
