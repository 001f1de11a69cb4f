using System.Text.Json;
using Jinbang.Simulator;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Tests.EndToEnd;

[Collection(EndToEndGroup.Name)]
public sealed class PlanTests : IDisposable
{
    private readonly Stranger stranger = new();
    private readonly string exam = Stranger.Sample("general-science.yaml");

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task The_range_covers_what_the_run_uses_and_is_much_narrower_the_second_time()
    {
        await using var server = await StartAsync();
        Write(server, "");
        var first = await PlanAsync();
        Assert.Equal(0, server.Stats.Requests);
        Assert.False(stranger.Has("boards"));

        (await stranger.RunAsync("run")).Expect(0);

        AssertCovers(first, 0, 40);
        var second = await PlanAsync("--repeats", "2");
        (await stranger.RunAsync("run", "--repeats", "2")).Expect(0);
        AssertCovers(second, 1, 40);
        foreach (var figure in (string[])["promptTokens", "completionTokens", "yuan"])
        {
            Assert.True(Width(second, figure) < Width(first, figure) / 3, $"{figure}: {Width(first, figure)}, then {Width(second, figure)}");
        }

        var minutes = Model(second).GetProperty("minutes");
        var took = LedgerLook.One<double>(stranger, "SELECT sum(seconds) / 60 / 16 FROM attempt WHERE repeat = 1");
        Assert.InRange(took, minutes.GetProperty("low").GetDouble() / 10, minutes.GetProperty("high").GetDouble());
    }

    [Fact]
    public async Task A_run_whose_plan_exceeds_the_budget_asks_nothing_unless_it_may_spend_up_to_it()
    {
        await using var server = await StartAsync();
        Write(server, "budget: 0.02");

        (await stranger.RunAsync("run")).Expect(2).Names("likely to cost", "¥0.02", "--spend-up-to-budget", "Nothing was asked");
        (await stranger.RunAsync("plan")).Expect(0).Names("likely to cost", "a run is refused");
        Assert.Equal(0, server.Stats.Requests);

        (await stranger.RunAsync("run", "--spend-up-to-budget")).Expect(1).Names("budget");
        Assert.InRange(server.Stats.Requests, 1, 39);
        Assert.InRange(LedgerLook.One<double>(stranger, "SELECT sum(CAST(cost_yuan AS REAL)) FROM attempt"), 0.005, 0.02);
    }

    [Theory]
    [InlineData("--model-budget", "priced=0.02")]
    [InlineData("--spend-up-to-budget")]
    public async Task A_cap_of_one_model_is_given_in_the_file_or_on_the_command_line(params string[] words)
    {
        await using var server = await StartAsync();
        Write(server, "", words.Length > 1 ? "" : ", budget: 0.02");

        (await stranger.RunAsync(["run", "--spend-up-to-budget", .. words])).Expect(1).Names("priced", "budget");

        Assert.InRange(server.Stats.Requests, 1, 39);
    }

    [Theory]
    [InlineData("priced", "NAME", "priced")]
    [InlineData("pricd=5", "pricd", "priced")]
    public async Task A_cap_that_cannot_be_meant_is_refused(string cap, params string[] named)
    {
        await using var server = await StartAsync();
        Write(server, "");

        (await stranger.RunAsync("run", "--model-budget", cap)).Expect(2).Names(named[1]);

        Assert.Equal(0, server.Stats.Requests);
    }

    [Fact]
    public async Task Costs_by_two_prices_are_told_below_the_board_until_they_are_computed_by_one()
    {
        await using var server = await StartAsync();
        Write(server, "");
        (await stranger.RunAsync("run", "--limit", "20")).Expect(0);
        Write(server, "", price: "{input: 20, output: 80, currency: CNY, date: 2026-12-01}");

        (await stranger.RunAsync("run")).Expect(0).Names("by 2 prices", "2026-11-01 CNY 10/40", "2026-12-01 CNY 20/80");
        Assert.Contains("2 种价格", stranger.Read("boards/general-science.md"), StringComparison.Ordinal);
        var before = Cost();
        (await stranger.RunAsync("reprice", "--dry-run")).Expect(0).Names("Nothing was changed", "priced");
        Assert.Equal(before, Cost());

        (await stranger.RunAsync("reprice")).Expect(0).Names("2026-12-01 CNY 20/80");

        Assert.InRange(Cost(), before * 1.2, before * 1.6);
        (await stranger.RunAsync("board")).Expect(0);
        Assert.DoesNotContain("2 种价格", stranger.Read("boards/general-science.md"), StringComparison.Ordinal);
        Assert.Equal(40, server.Stats.Requests);
    }

    private Task<SimulatedProvider> StartAsync() => Stranger.StartSimulatorAsync(new()
    {
        Sheet = Stranger.SheetOf(exam),
        Verbosity = 20,
        Latency = Latency.Parse("20ms"),
    });

    private void Write(SimulatedProvider server, string setting, string cap = "", string price = "{input: 10, output: 40, currency: CNY, date: 2026-11-01}") =>
        stranger.Write("jinbang.yaml", $$"""
            exams: [{{exam}}]
            concurrency: 16
            {{setting}}
            models:
              - {name: priced, endpoint: "{{server.Endpoint}}", id: sim-strong, max-output-tokens: 200, price: {{price}}{{cap}} }
            """);

    private async Task<JsonElement> PlanAsync(params string[] words) =>
        JsonSerializer.Deserialize<JsonElement>((await stranger.RunAsync(["plan", "--json", .. words])).Expect(0).Output);

    private void AssertCovers(JsonElement plan, int repeat, int attempts)
    {
        var model = Model(plan);
        Assert.Equal(attempts, model.GetProperty("calls").GetProperty("likely").GetInt32());
        foreach (var (figure, column) in (ReadOnlySpan<(string, string)>)[("promptTokens", "prompt_tokens"), ("completionTokens", "completion_tokens"), ("yuan", "CAST(cost_yuan AS REAL)")])
        {
            var used = LedgerLook.One<double>(stranger, $"SELECT sum({column}) FROM attempt WHERE repeat = {repeat}");
            var range = model.GetProperty(figure);
            Assert.InRange(used, range.GetProperty("low").GetDouble(), range.GetProperty("high").GetDouble());
        }
    }

    private double Cost() => LedgerLook.One<double>(stranger, "SELECT sum(CAST(cost_yuan AS REAL)) FROM attempt");

    private static JsonElement Model(JsonElement plan) => plan.GetProperty("models")[0];

    private static double Width(JsonElement plan, string figure) =>
        (Model(plan).GetProperty(figure).GetProperty("high").GetDouble() / Model(plan).GetProperty(figure).GetProperty("low").GetDouble()) - 1;
}
