using System.Text.Json;
using Jinbang.Simulator;
using Jinbang.Simulator.Batches;
using Jinbang.Simulator.Faults;

namespace Jinbang.Tests.EndToEnd;

/// <summary>The published program asks in batches, and is killed, interrupted and lied to meanwhile.</summary>
public sealed class BatchTests : IDisposable
{
    private const int Questions = 40;
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_board_of_batches_is_that_of_single_calls_but_for_its_times_and_half_the_cost(bool isAnthropic)
    {
        await using var server = await StartAsync(new());
        Write(stranger, server, isAnthropic);
        using var other = new Stranger();
        Write(other, server, isAnthropic);

        (await stranger.RunAsync("run", "--batch")).Expect(0).Names("all batches are read", "in batches");
        (await other.RunAsync("run")).Expect(0);

        var (batched, single) = (Row(stranger), Row(other));
        Assert.Equal(Rest(single), Rest(batched));
        Assert.Equal(Cost(single) / 2, Cost(batched), 6);
        Assert.Equal(JsonValueKind.Null, batched.GetProperty("seconds").ValueKind);
        Assert.Equal((1, Questions), (Calls(server, "taken"), Calls(server, "taken-requests")));
        Assert.Equal(0, One<int>("SELECT count(*) FROM batch WHERE ended_at IS NULL"));
    }

    [Theory]
    [InlineData("upload", true, false)]
    [InlineData("create", true, false)]
    [InlineData("taken", false, false)]
    [InlineData("taken", false, true)]
    public async Task Killed_while_a_batch_is_handed_over_it_is_handed_over_once_all_the_same(string moment, bool isBefore, bool isAnthropic)
    {
        var pause = TimeSpan.FromSeconds(2);
        await using var server = await StartAsync(isBefore ? new() { Before = pause } : new() { After = pause });
        Write(stranger, server, isAnthropic);
        using (var process = stranger.Start("run", "--batch"))
        {
            await UntilAsync(() => Calls(server, moment) == 1);
            process.Kill();
            await process.WaitForExitAsync(Token);
        }

        Assert.Equal(1, One<int>("SELECT count(*) FROM batch WHERE remote IS NULL AND ended_at IS NULL"));
        (await stranger.RunAsync("run", "--batch")).Expect(0);

        AssertAskedOnce(server);
    }

    [Fact]
    public async Task Killed_amid_the_results_they_are_read_again_and_nothing_counts_twice()
    {
        await using var server = await StartAsync(new() { LinePause = TimeSpan.FromMilliseconds(80) });
        Write(stranger, server);
        using (var process = stranger.Start("run", "--batch"))
        {
            await UntilAsync(() => Calls(server, "results") == 1 && Answered() >= 10);
            process.Kill();
            await process.WaitForExitAsync(Token);
        }

        Assert.InRange(Answered(), 10, Questions - 1);
        (await stranger.RunAsync("run", "--batch")).Expect(0);

        AssertAskedOnce(server);
        Assert.Equal(0, One<double>("SELECT sum(lost_yuan + outstanding_yuan) FROM sitting"));
    }

    [Fact]
    public async Task Ctrl_c_leaves_a_batch_at_the_provider_a_usual_run_leaves_it_alone_and_the_same_command_takes_its_results()
    {
        await using var server = await StartAsync(new() { Time = TimeSpan.FromSeconds(10) });
        Write(stranger, server);
        using var process = stranger.Start("run", "--batch");
        await UntilAsync(() => Calls(server, "look") >= 1);

        Stranger.Signal(process, "INT");
        (await Stranger.EndOf(process)).Expect(130).Names("go on at the provider");
        (await stranger.RunAsync("run")).Expect(1).Names($"{Questions} questions are in batches");
        (await stranger.RunAsync("doctor")).Expect(0).Names("batches");
        (await stranger.RunAsync("run", "--batch", "--no-wait")).Names("hold 40 further");
        (await stranger.RunAsync("run", "--batch")).Expect(0);

        AssertAskedOnce(server);
    }

    [Fact]
    public async Task Batches_that_are_given_up_count_as_spent_and_their_questions_are_asked_again()
    {
        await using var server = await StartAsync(new() { Time = TimeSpan.FromHours(1) });
        Write(stranger, server);
        (await stranger.RunAsync("run", "--batch", "--no-wait")).Expect(1).Names("are in batches");
        var reserved = One<double>("SELECT sum(reserved_yuan) FROM batch");

        (await stranger.RunAsync("run", "--forget-batches")).Expect(0);

        Assert.Equal(Questions, Answered());
        Assert.Equal(reserved, One<double>("SELECT sum(lost_yuan) FROM sitting"), 6);
    }

    [Fact]
    public async Task Requests_that_fail_or_expire_are_failed_attempts_and_only_they_are_asked_again()
    {
        await using var server = await Stranger.StartSimulatorAsync(new()
        {
            Seed = 3,
            Batches = new() { Expiring = 0.2 },
            Faults = FaultShare.ParseAll("500=0.2,filter=0.1"),
        });
        Write(stranger, server);

        (await stranger.RunAsync("run", "--batch")).Expect(1).Names("failed");
        var failed = One<int>("SELECT count(*) FROM attempt WHERE outcome = 'Failed'");
        Assert.InRange(failed, 5, 30);
        Assert.InRange(One<int>("SELECT count(*) FROM attempt WHERE error LIKE '%batch_expired%'"), 1, failed - 1);
        await stranger.RunAsync("run", "--batch");

        Assert.Equal(Questions + failed, Calls(server, "taken-requests"));
        Assert.Equal(0, server.Stats.RepeatedPaid);
    }

    [Fact]
    public async Task What_should_not_be_among_results_is_passed_over_and_counted()
    {
        await using var server = await StartAsync(new() { IsStrange = true });
        Write(stranger, server);

        (await stranger.RunAsync("run", "--batch")).Expect(0).Names("5 lines of batch results were passed over");

        AssertAskedOnce(server);
    }

    [Fact]
    public async Task A_batch_that_is_refused_for_a_while_is_handed_over_later_and_one_that_is_rejected_is_told_of()
    {
        await using var server = await StartAsync(new() { Refused = 2 });
        Write(stranger, server);
        (await stranger.RunAsync("run", "--batch")).Expect(0);
        AssertAskedOnce(server);

        await using var rejecting = await StartAsync(new() { IsRejecting = true });
        using var other = new Stranger();
        Write(other, rejecting);
        (await other.RunAsync("run", "--batch")).Expect(1).Names("This rejection is simulated.");
        Assert.Equal(0, LedgerLook.One<int>(other, "SELECT count(*) FROM batch WHERE ended_at IS NULL"));
    }

    [Fact]
    public async Task A_budget_that_the_worst_case_exceeds_refuses_batches_or_takes_what_fits_and_no_batch_exceeds_it()
    {
        await using var server = await StartAsync(new());
        Write(stranger, server);

        (await stranger.RunAsync("run", "--batch", "--budget", "0.02")).Expect(2).Names("could cost up to", "Nothing was asked");
        Assert.Empty(server.Stats.ByBatchCall);
        (await stranger.RunAsync("run", "--batch", "--budget", "0.02", "--spend-up-to-budget")).Expect(1).Names("of the budget is left");

        Assert.InRange(Calls(server, "taken-requests"), 1, Questions - 1);
        Assert.InRange(One<double>("SELECT sum(reserved_yuan) FROM batch"), 0.001, 0.02);
    }

    [Fact]
    public async Task Large_jobs_are_cut_and_models_without_batches_are_named_before_anything_is_sent()
    {
        await using var server = await StartAsync(new());
        Write(stranger, server, requests: 15);

        (await stranger.RunAsync("run", "--batch", "--model", "sim-strong", "--model", "random-baseline")).Expect(2).Names("random-baseline: no batch interface");
        Assert.Empty(server.Stats.ByBatchCall);
        (await stranger.RunAsync("run", "--batch")).Expect(0);

        Assert.Equal((3, Questions), (Calls(server, "taken"), Calls(server, "taken-requests")));
        (await stranger.RunAsync("run", "--no-wait")).Expect(2).Names("--batch");
    }

    private static Task<SimulatedProvider> StartAsync(BatchHabits habits) => Stranger.StartSimulatorAsync(new() { Seed = 3, Batches = habits });

    private static void Write(Stranger who, SimulatedProvider server, bool isAnthropic = false, int requests = 1000)
    {
        who.Environment["SIM_API_KEY"] = "simulated-key";
        who.Write("long.jsonl", string.Join('\n', Enumerable.Range(0, Questions).Select(number =>
            $$"""{"id":"q{{number}}","question":"Question {{number}}: which number follows {{number}}?","options":{"A":"{{number + 1}}","B":"{{number + 20}}","C":"{{number + 30}}"},"answer":"A"}""")));
        var form = isAnthropic ? "anthropic" : "openai-files";
        var speech = isAnthropic ? "dialect: anthropic, key-header: x-api-key, headers: {anthropic-version: \"2023-06-01\"}, " : "";
        who.Write("catalogue.yaml", $$$"""
            providers:
              - {name: sim, endpoint: "{{{(isAnthropic ? server.EndpointOf("anthropic") : server.Endpoint)}}}", key-variable: SIM_API_KEY, {{{speech}}}batch: {form: {{{form}}}, requests: {{{requests}}} } }
            """);
        who.Write("jinbang.yaml", """
            exams: [long.jsonl]
            catalogue: catalogue.yaml
            models:
              - {name: sim-strong, provider: sim, max-output-tokens: 200, price: {input: 10, output: 10, currency: CNY, date: 2026-11-01}}
            """);
    }

    private void AssertAskedOnce(SimulatedProvider server)
    {
        Assert.Equal((1, Questions), (Calls(server, "taken"), Calls(server, "taken-requests")));
        Assert.Equal((Questions, 0L), (Answered(), server.Stats.RepeatedPaid));
        Assert.Equal(Questions, Row(stranger).GetProperty("coverage").GetProperty("graded").GetInt32());
        Assert.Equal(0, One<int>("SELECT count(*) FROM batch WHERE ended_at IS NULL"));
    }

    private static JsonElement Row(Stranger who) => JsonDocument.Parse(who.Read("boards/long.json")).RootElement.GetProperty("rows")[0];

    private static decimal Cost(JsonElement row) => row.GetProperty("costPerThousand").GetDecimal();

    private static string Rest(JsonElement row) => string.Join(", ", row.EnumerateObject()
        .Where(member => !member.Name.Contains("cost", StringComparison.OrdinalIgnoreCase) && member.Name is not ("seconds" or "timing"))
        .Select(member => $"{member.Name}: {member.Value}"));

    private static int Calls(SimulatedProvider server, string name) => (int)server.Stats.ByBatchCall.GetValueOrDefault(name);

    private int Answered() => One<int>("SELECT count(*) FROM attempt WHERE outcome <> 'Failed'");

    private T One<T>(string sql) => LedgerLook.One<T>(stranger, sql);

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
