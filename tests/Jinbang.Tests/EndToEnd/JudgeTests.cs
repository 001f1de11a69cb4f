using System.Text.Json;
using Jinbang.Simulator;

namespace Jinbang.Tests.EndToEnd;

public sealed class JudgeTests : IDisposable
{
    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task A_judge_stopped_by_the_budget_is_named_and_a_larger_budget_pays_only_for_the_rest()
    {
        await using var server = await StartAsync(WriteExam(60));

        var stopped = (await RunAsync(server, "budget: 0.04\nspend-up-to-budget: true")).Expect(1).Names("sim-judge", "budget", "still wait");

        var (asked, vague) = (Asked(server, "sim-judge"), LedgerLook.One<int>(stranger, "SELECT count(*) FROM attempt WHERE verdict = 'Unreadable'"));
        Assert.InRange(asked, 1, 50);
        Assert.InRange(vague, 1, 50);
        Assert.Equal(60, Asked(server, "sim-medium"));
        Assert.Contains("60/60", stopped.Output, StringComparison.Ordinal);
        Assert.InRange(Cost("attempt") + Cost("judgement"), 0.02m, 0.04m);
        Assert.Contains("评判者 sim-judge 评判了规则读不出的作答", stranger.Read("boards/vague.md"), StringComparison.Ordinal);

        (await RunAsync(server, "budget: 9")).Expect(0);

        Assert.Equal((60, asked + vague), (Asked(server, "sim-medium"), Asked(server, "sim-judge")));
        Assert.Equal(0, server.Stats.RepeatedPaid);
        Assert.Equal(0, LedgerLook.One<int>(stranger, "SELECT count(*) FROM attempt WHERE verdict = 'Unreadable'"));
        Assert.Equal(asked + vague, LedgerLook.One<int>(stranger, "SELECT count(*) FROM attempt WHERE reading_rule = 'judge:sim-judge'"));

        var page = stranger.Read("boards/vague.json");
        (await RunAsync(server, "budget: 9")).Expect(0);
        (await stranger.RunAsync("board")).Expect(0);
        Assert.Equal(page, stranger.Read("boards/vague.json"));
        Assert.Equal(60 + asked + vague, server.Stats.Requests);
    }

    [Fact]
    public async Task Judging_is_told_in_json_and_is_no_part_of_the_model_s_cost()
    {
        await using var server = await StartAsync(WriteExam(40));

        var said = (await RunAsync(server, "judge-sample: 12", "--json")).Expect(0);

        var board = JsonDocument.Parse(said.Output).RootElement.GetProperty("boards")[0];
        var judge = board.GetProperty("judging").GetProperty("judges")[0];
        Assert.Equal(("sim-judge", 12, 1.0), (judge.GetProperty("judge").GetString(), judge.GetProperty("compared").GetInt32(), judge.GetProperty("agreement").GetDouble()));
        Assert.Equal(Cost("judgement"), judge.GetProperty("cost").GetDecimal());
        Assert.Equal(Cost("attempt") / 40 * 1000, board.GetProperty("rows")[0].GetProperty("costPerThousand").GetDecimal());
    }

    [Fact]
    public async Task An_open_exam_is_judged_by_all_and_refused_without_a_judge()
    {
        var exam = Stranger.Sample("open/explanations.yaml");
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) });
        string[] words = ["run", "--exam", exam, "--endpoint", server.Endpoint.ToString(), "--model", "sim-strong"];

        (await stranger.RunAsync(words)).Expect(2).Names("ex-001", "--judge", "explanations.yaml:5");
        Assert.Equal(0, server.Stats.Requests);

        var said = (await stranger.RunAsync([.. words, "--judge", "sim-judge", "--judge", "sim-weak", "--json"])).Expect(0);
        var pair = JsonDocument.Parse(said.Output).RootElement.GetProperty("boards")[0].GetProperty("judging").GetProperty("pairs")[0];
        Assert.Equal(("sim-judge", "sim-weak"), (pair.GetProperty("first").GetString(), pair.GetProperty("second").GetString()));
        Assert.Equal((3, 6), (Asked(server, "sim-strong"), Asked(server, "sim-judge") + Asked(server, "sim-weak")));
    }

    [Theory]
    [InlineData("--model random-baseline --judge nobody", "The model nobody is not in the catalogue")]
    [InlineData("--model random-baseline --judge embedded:minilm", "cannot judge")]
    [InlineData("--model random-baseline --judge deepseek-chat", "DEEPSEEK_API_KEY")]
    [InlineData("--model random-baseline --judge-sample 5", "no judge")]
    [InlineData("--model random-baseline --judge-sample 0", "at least 1")]
    [InlineData("--model random-baseline --endpoint http://127.0.0.1:1/v1 --judge x --judge x", "Two models are named x")]
    [InlineData("--model random-baseline --endpoint http://127.0.0.1:1/v1 --judge x --budget 1", "the price of x is unknown")]
    public async Task A_judge_that_cannot_be_used_is_refused_before_anything_is_asked(string words, string named)
    {
        (await stranger.RunAsync(["run", "--exam", Stranger.Sample("general-science.yaml"), .. words.Split(' ')])).Expect(2).Names(named);

        Assert.False(stranger.Has("boards/general-science.json"));
    }

    private static Task<SimulatedProvider> StartAsync(string exam) =>
        Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam), Vague = 0.5 });

    private static int Asked(SimulatedProvider server, string model) => (int)server.Stats.ByModel.GetValueOrDefault(model);

    private Task<Said> RunAsync(SimulatedProvider server, string setting, params string[] words)
    {
        stranger.Write("jinbang.yaml", $$"""
            exams: [vague.jsonl]
            {{setting}}
            models:
              - {name: sim-medium, endpoint: "{{server.Endpoint}}", max-output-tokens: 100, price: {input: 2, output: 8, currency: CNY, date: 2026-11-01} }
            judges:
              - {name: sim-judge, endpoint: "{{server.Endpoint}}", max-output-tokens: 200, price: {input: 4, output: 16, currency: CNY, date: 2026-11-01} }
            """);
        return stranger.RunAsync(["run", .. words]);
    }

    private decimal Cost(string table) =>
        LedgerLook.One<decimal>(stranger, $"SELECT sum(CAST(round(CAST(cost_yuan AS REAL) * 1000000) AS INTEGER)) FROM {table}") / 1_000_000;

    private string WriteExam(int questions) => stranger.Write("vague.jsonl", string.Join('\n', Enumerable.Range(0, questions).Select(number =>
        $$"""{"id":"q{{number}}","question":"Question {{number}}: which animal is meant?","options":{"A":"heron number {{number}}","B":"badger number {{number}}","C":"salmon number {{number}}"},"answer":"A"}""")));
}
