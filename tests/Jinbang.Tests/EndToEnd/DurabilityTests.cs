using System.Globalization;
using System.Text.Json;
using Jinbang.Simulator;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Tests.EndToEnd;

/// <summary>The published program killed, interrupted, out of disk and beside itself.</summary>
[Collection(EndToEndGroup.Name)]
public sealed class DurabilityTests : IDisposable
{
    private const decimal Price = 10;
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task Killed_at_random_moments_three_models_answer_everything_once_and_the_books_always_cover_the_bill()
    {
        await using var server = await StartAsync("20ms");
        Write(server, 100, "sim-strong", "sim-medium", "sim-weak");
        var random = new Random(5);
        var inFlight = 0;
        for (var kill = 0; kill < 5; kill++)
        {
            using var process = stranger.Start("run");
            await UntilAskedAsync(server, server.Stats.Requests + random.Next(1, 50));
            inFlight += server.Stats.InFlight;
            process.Kill();
            await process.WaitForExitAsync(Token);
            await UntilAsync(() => server.Stats.InFlight == 0);
            Assert.InRange(Bill(server), 0, Books());
        }

        (await stranger.RunAsync("run")).Expect(0).Names("whose end is unknown");

        Assert.Equal((300, 300), (Count("outcome = 'Replied'"), Count("1")));
        Assert.InRange(server.Stats.RepeatedPaid, 0, 5 * 3 * 8);
        Assert.InRange(Bill(server), 0, Books());
        Assert.Equal(0, LedgerLook.One<double>(stranger, "SELECT sum(CAST(outstanding_yuan AS REAL)) FROM sitting"));
        using var undisturbed = new Stranger();
        undisturbed.Write("long.jsonl", stranger.Read("long.jsonl"));
        undisturbed.Write("jinbang.yaml", stranger.Read("jinbang.yaml"));
        (await undisturbed.RunAsync("run")).Expect(0);
        Assert.Equal(Untimed(undisturbed), Untimed(stranger));
    }

    [Fact]
    public async Task Ctrl_c_once_finishes_the_calls_under_way_and_loses_none()
    {
        await using var server = await StartAsync("2s");
        Write(server, 100, "sim-strong");
        using var process = stranger.Start("run");
        await UntilAskedAsync(server, 8);

        Stranger.Signal(process, "INT");
        (await Stranger.EndOf(process)).Expect(130).Names("Finishing the calls under way, 8 in all", "Everything answered is kept");

        Assert.Equal((8, 8, 0), (server.Stats.Paid, Count("outcome = 'Replied'"), server.Stats.Abandoned));
        Assert.Equal(Bill(server), Books());
    }

    [Theory]
    [InlineData("INT", "INT")]
    [InlineData("TERM", null)]
    public async Task Ctrl_c_twice_or_a_signal_stops_at_once_and_keeps_what_was_answered(string first, string? second)
    {
        await using var server = await StartAsync("lognormal:median=1s,sigma=1.2");
        Write(server, 100, "sim-strong");
        using var process = stranger.Start("run");
        await UntilAsync(() => server.Stats.Replies >= 8);

        Stranger.Signal(process, first);
        if (second is not null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Token);
            Stranger.Signal(process, second);
        }

        (await Stranger.EndOf(process)).Expect(130).Names("Everything answered is kept");
        await UntilAsync(() => server.Stats.InFlight == 0);
        Assert.True(server.Stats.Abandoned > 0);
        Assert.InRange(Count("outcome = 'Replied'"), server.Stats.Replies - 1, server.Stats.Paid);
        Assert.InRange(Bill(server), 0, Books());
    }

    [Fact]
    public async Task A_full_disk_pauses_the_run_tells_what_to_do_and_ends_without_a_stack_trace()
    {
        await using var server = await StartAsync("5ms");
        Write(server, 2000, "sim-strong");
        using var process = stranger.Shell("trap '' XFSZ; ulimit -f 1000; export DOTNET_EnableWriteXorExecute=0; exec $0 run");
        var said = "";
        while (!said.Contains("Paused", StringComparison.Ordinal))
        {
            said += await process.StandardError.ReadLineAsync(Token) ?? throw new InvalidOperationException(said);
        }

        await UntilAsync(() => server.Stats.InFlight == 0);
        var asked = server.Stats.Requests;
        Stranger.Signal(process, "INT");
        var end = (await Stranger.EndOf(process)).Expect(3).Names("could not be kept", "ledger.db");

        Assert.DoesNotContain("   at ", end.Errors, StringComparison.Ordinal);
        Assert.Equal(asked, server.Stats.Requests);
        var kept = Count("outcome = 'Replied'");
        Assert.InRange(kept, 20, asked - 1);
        Assert.Contains($"{asked - kept} answers", end.Errors, StringComparison.Ordinal);
        Assert.InRange(Bill(server), 0, Books());
        (await stranger.RunAsync("doctor")).Expect(0).Names("sound");
        (await stranger.RunAsync("run")).Expect(0);
        Assert.Equal(2000, Count("outcome = 'Replied'"));
    }

    [Fact]
    public async Task Nothing_else_writes_the_ledger_beside_a_run_however_the_folder_is_called()
    {
        await using var server = await StartAsync("300ms");
        Write(server, 2000, "sim-strong");
        stranger.Write("log.jsonl", """{"model":"other","question_id":"q1","reply":"A"}""");
        var linked = stranger.Folder + "-link";
        Directory.CreateSymbolicLink(linked, stranger.Folder);
        try
        {
            using var process = stranger.Start("run");
            await UntilAskedAsync(server, 20);

            using var second = stranger.Shell($"cd '{linked}' && exec $0 run");
            (await Stranger.EndOf(second)).Expect(2).Names("Another run");
            (await stranger.RunAsync("import", "log.jsonl", "--exam", "long.jsonl")).Expect(2).Names("Another run");
            (await stranger.RunAsync("regrade")).Expect(2).Names("Another run");
            (await stranger.RunAsync("board")).Expect(0);
            (await stranger.RunAsync("doctor")).Expect(0).Names("A run is writing");
            Stranger.Signal(process, "INT");
            (await Stranger.EndOf(process)).Expect(130);
        }
        finally
        {
            Directory.Delete(linked);
        }

        Assert.Equal((0L, server.Stats.Requests), (server.Stats.Repeated, Count("1")));
    }

    [Fact]
    public async Task The_doctor_says_what_is_wrong_in_both_languages_and_mends()
    {
        await using var server = await StartAsync("0");
        Write(server, 300, "sim-strong");
        (await stranger.RunAsync("run")).Expect(0);
        (await stranger.RunAsync("doctor", "--lang", "zh")).Expect(0).Names("账本完好", "sim-strong");
        var ledger = Path.Combine(stranger.Folder, ".jinbang", "ledger.db");
        using (var file = File.Open(ledger, FileMode.Open))
        {
            file.SetLength(file.Length - 4096);
        }

        (await stranger.RunAsync("doctor")).Expect(3).Names("Damaged", "--mend");
        var said = (await stranger.RunAsync("doctor", "--mend", "--json")).Expect(3);

        using var summary = JsonDocument.Parse(said.Output);
        Assert.InRange(summary.RootElement.GetProperty("mended").GetProperty("attempts").GetInt32(), 250, 300);
        File.Move(Path.Combine(stranger.Folder, ".jinbang", "ledger.mended-1.db"), ledger, overwrite: true);
        (await stranger.RunAsync("doctor")).Expect(0);
        (await stranger.RunAsync("run")).Expect(0);
        Assert.Equal(300, Count("outcome = 'Replied'"));
    }

    private static Task<SimulatedProvider> StartAsync(string latency) => Stranger.StartSimulatorAsync(new() { Latency = Latency.Parse(latency), Seed = 3 });

    private void Write(SimulatedProvider server, int questions, params string[] models)
    {
        stranger.Write("long.jsonl", string.Join('\n', Enumerable.Range(0, questions).Select(number =>
            $$"""{"id":"q{{number}}","question":"Question {{number}}: which number follows {{number}}?","options":{"A":"{{number + 1}}","B":"{{number + 20}}","C":"{{number + 30}}"},"answer":"A"}""")));
        stranger.Write("jinbang.yaml", $"exams: [long.jsonl]\nconcurrency: 8\nmodels:\n{string.Join('\n', models.Select(model =>
            $"  - {{name: {model}, endpoint: \"{server.Endpoint}\", max-output-tokens: 200, price: {{input: {Price}, output: {Price}, currency: CNY, date: 2026-11-01}}}}"))}\n");
    }

    private static decimal Bill(SimulatedProvider server) => (server.Stats.PromptTokens + server.Stats.CompletionTokens) * Price / 1_000_000;

    private decimal Books() => decimal.Parse(
        LedgerLook.One<string>(stranger, """
            SELECT printf('%.9f', (SELECT coalesce(sum(CAST(cost_yuan AS REAL)), 0) FROM attempt)
                + (SELECT coalesce(sum(CAST(lost_yuan AS REAL) + CAST(outstanding_yuan AS REAL)), 0) FROM sitting))
            """), CultureInfo.InvariantCulture) / 1.000000000000000000m;

    private int Count(string condition) => LedgerLook.One<int>(stranger, $"SELECT count(*) FROM attempt WHERE {condition}");

    private static string Untimed(Stranger who) => Stranger.Untimed(who.Read("boards/long.json"));

    private static Task UntilAskedAsync(SimulatedProvider server, long requests) => UntilAsync(() => server.Stats.Requests >= requests);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
        }
    }
}
