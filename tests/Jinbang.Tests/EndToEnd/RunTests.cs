using System.Text.Json;
using Jinbang.Simulator;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Tests.EndToEnd;

[Collection(EndToEndGroup.Name)]
public sealed class RunTests : IDisposable
{
    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task A_run_asks_grades_and_posts_the_board_in_every_format()
    {
        var exam = Stranger.Sample("medical-imaging.yaml");
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) });

        var said = (await RunAsync(server, exam, "sim-strong", "sim-weak")).Expect(0).Names("sim-strong", "sim-weak", "simulator");

        var page = stranger.Read("boards/medical-imaging.md");
        Assert.StartsWith("# 医学影像学（规培结业水平）\n\n2 个模型 · 40 题 · ", page, StringComparison.Ordinal);
        // Without a font for Chinese there is a sentence instead of the PNG, and the page shows the SVG.
        var picture = said.Errors.Contains("JINBANG_FONT", StringComparison.Ordinal) ? "pic/medical-imaging.svg" : "pic/medical-imaging.png";
        Assert.Contains($"]({picture})", page, StringComparison.Ordinal);
        Assert.All(["medical-imaging.csv", "medical-imaging.en.md", "pic/medical-imaging.svg", picture], file => Assert.True(stranger.Has("boards/" + file), file));
        Assert.DoesNotContain("Written", said.Output, StringComparison.Ordinal);
        foreach (var row in Rows(stranger.Read("boards/medical-imaging.json")))
        {
            var model = row.GetProperty("model").GetString();
            Assert.Equal(
                LedgerLook.One<double>(stranger, $"SELECT sum(CAST(points AS REAL)) / 40 FROM attempt JOIN sitting ON sitting.key = sitting WHERE model = '{model}'"),
                row.GetProperty("accuracy").GetDouble(), 9);
        }
    }

    [Fact]
    public async Task A_finished_run_asks_nothing_and_posts_the_same_board()
    {
        var exam = Stranger.Sample("general-science.yaml");
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) });
        (await RunAsync(server, exam, "sim-strong")).Expect(0);
        var (requests, page, table) = (server.Stats.Requests, stranger.Read("boards/general-science.md"), stranger.Read("boards/general-science.csv"));

        (await RunAsync(server, exam, "sim-strong")).Expect(0);

        Assert.Equal(requests, server.Stats.Requests);
        Assert.Equal((page, table), (stranger.Read("boards/general-science.md"), stranger.Read("boards/general-science.csv")));
    }

    [Fact]
    public async Task Json_is_all_that_stands_on_standard_output()
    {
        var exam = Stranger.Sample("general-science.yaml");
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) });

        var said = (await RunAsync(server, exam, "sim-strong", "--json")).Expect(0);

        using var document = JsonDocument.Parse(said.Output);
        Assert.Equal("General science", document.RootElement.GetProperty("boards")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task Killed_at_any_moment_and_resumed_every_question_is_answered_once_and_the_board_is_the_same()
    {
        var exam = WriteExam(240);
        var options = new SimulatorOptions { Sheet = Stranger.SheetOf(exam), Latency = Latency.Parse("30ms") };
        await using var server = await Stranger.StartSimulatorAsync(options);
        int[] moments = [1, 30, 90, 150, 200];
        foreach (var requests in moments)
        {
            using var process = StartRun(server, exam, "sim-medium", "--concurrency", "8");
            await UntilAskedAsync(server, requests);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.InRange(LedgerLook.One<int>(stranger, "SELECT count(*) FROM attempt"), 100, 239);
        (await RunAsync(server, exam, "sim-medium", "--concurrency", "8")).Expect(0);

        Assert.Equal(240, LedgerLook.One<int>(stranger, "SELECT count(DISTINCT question) FROM attempt WHERE outcome = 'Replied'"));
        Assert.Equal(240, LedgerLook.One<int>(stranger, "SELECT count(*) FROM attempt"));
        // A kill may lose the eight calls in flight and what they answered in the 50 ms before: at 30 ms a call, two rounds of eight.
        Assert.InRange(server.Stats.Requests, 240, 240 + (moments.Length * 8 * 3));
        // Requests that the kill cut in half are counted, but are no calls that anything could repeat.
        Assert.InRange(server.Stats.Requests - 240 - server.Stats.Repeated, 0, moments.Length * 8);
        using var undisturbed = new Stranger();
        await using var fresh = await Stranger.StartSimulatorAsync(options with { Latency = Latency.None });
        (await undisturbed.RunAsync("run", "--exam", exam, "--endpoint", fresh.Endpoint.ToString(), "--model", "sim-medium")).Expect(0);
        Assert.Equal(Untimed(undisturbed.Read("boards/long.json")), Untimed(stranger.Read("boards/long.json")));
    }

    [Fact]
    public async Task Interrupted_it_keeps_what_was_answered_and_says_so()
    {
        var exam = WriteExam(200);
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam), Latency = Latency.Parse("40ms") });
        using (var process = StartRun(server, exam, "sim-medium", "--concurrency", "4"))
        {
            await UntilAskedAsync(server, 20);
            Stranger.Signal(process, "INT");
            (await Stranger.EndOf(process)).Expect(130).Names("Everything answered is kept");
        }

        var kept = LedgerLook.One<int>(stranger, "SELECT count(*) FROM attempt WHERE outcome = 'Replied'");
        var asked = server.Stats.Requests;
        Assert.InRange(kept, 16, 199);
        (await RunAsync(server, exam, "sim-medium")).Expect(0);
        Assert.Equal(200 - kept, server.Stats.Requests - asked);
    }

    [Fact]
    public async Task Two_runs_in_one_folder_do_not_meet()
    {
        var exam = WriteExam(100);
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam), Latency = Latency.Parse("60ms") });
        using var first = StartRun(server, exam, "sim-medium", "--concurrency", "2");
        await UntilAskedAsync(server, 1);

        (await RunAsync(server, exam, "sim-medium")).Expect(2).Names("Another run");

        (await Stranger.EndOf(first)).Expect(0);
        Assert.Equal(100, server.Stats.Requests);
    }

    [Fact]
    public async Task Models_first_seen_in_an_edition_are_marked_new()
    {
        var exam = Stranger.Sample("general-science.yaml");
        await using var server = await Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam) });
        (await RunAsync(server, exam, "sim-strong", "--edition", "2026-10")).Expect(0);
        Assert.DoesNotContain("(new)", stranger.Read("boards/general-science.md"), StringComparison.Ordinal);

        (await RunAsync(server, exam, "sim-weak", "--edition", "2026-11")).Expect(0);

        Assert.Contains("|sim-weak (new)|", stranger.Read("boards/general-science.md"), StringComparison.Ordinal);
        Assert.Contains("|sim-strong|", stranger.Read("boards/general-science.md"), StringComparison.Ordinal);
    }

    private static async Task UntilAskedAsync(SimulatedProvider server, int requests)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (server.Stats.Requests < requests)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, patience.Token);
        }
    }

    private static List<JsonElement> Rows(string json) => [.. JsonDocument.Parse(json).RootElement.GetProperty("rows").EnumerateArray()];

    /// <summary>A board without what a clock measured.</summary>
    // What differs between two runs of one examination: the clock, and the port of the simulator.
    private static string Untimed(string json) => string.Join('\n', Stranger.Untimed(json).Split('\n')
        .Where(line => !line.Contains("\"host\"", StringComparison.Ordinal)));

    private Task<Said> RunAsync(SimulatedProvider server, string exam, params string[] words) => stranger.RunAsync(Words(server, exam, words));

    private System.Diagnostics.Process StartRun(SimulatedProvider server, string exam, params string[] words) => stranger.Start(Words(server, exam, words));

    private static string[] Words(SimulatedProvider server, string exam, string[] words)
    {
        var models = words.TakeWhile(word => !word.StartsWith('-')).ToList();
        return
        [
            "run", "--exam", exam, "--endpoint", server.Endpoint.ToString(), .. models.SelectMany(model => (string[])["--model", model]), .. words.Skip(models.Count),
        ];
    }

    private string WriteExam(int questions) => stranger.Write("long.jsonl", string.Join('\n', Enumerable.Range(0, questions).Select(number =>
        $$"""{"id":"q{{number}}","question":"Question {{number}}: which number follows {{number}}?","options":{"A":"{{number + 1}}","B":"{{number + 20}}","C":"{{number + 30}}"},"answer":"A"}""")));
}
