using System.Text;
using System.Text.RegularExpressions;
using Jinbang.Runs;
using Json.Schema;

namespace Jinbang.Tests.EndToEnd;

public sealed partial class VerbTests : IDisposable
{
    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task Help_lists_every_verb() => (await stranger.RunAsync("--help")).Expect(0)
        .Names("run", "plan", "board", "regrade", "reprice", "import", "grade", "read", "exams", "init", "simulate");

    [Fact]
    public async Task Without_a_verb_it_shows_its_help() => Assert.Equal(
        (await stranger.RunAsync("--help")).Expect(0), (await stranger.RunAsync()).Expect(0));

    [Theory]
    [InlineData("rnu", "run")]
    [InlineData("run --concurency=4", "--concurrency")]
    [InlineData("run --lang fr", "'fr'")]
    [InlineData("run --repeats 0", "--repeats")]
    [InlineData("exams", "check")]
    [InlineData("import log.csv", "log.csv")]
    [InlineData("read", "--replies")]
    [InlineData("grade --replies r.jsonl", "--exam")]
    public async Task What_it_cannot_mean_is_told_on_standard_error_alone(string line, string named)
    {
        var said = (await stranger.RunAsync(line.Split(' '))).Expect(2);

        Assert.Equal("", said.Output);
        Assert.Contains(named, said.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(stranger.Folder));
    }

    [Theory]
    [InlineData("C.UTF-8", "--lang", "zh")]
    [InlineData("zh_CN.UTF-8")]
    public async Task It_speaks_Chinese_by_flag_or_locale(string locale, params string[] words)
    {
        stranger.Environment["LANG"] = locale;

        (await stranger.RunAsync(["--help", .. words])).Expect(0).Names("张榜", "用法", "选项");
        (await stranger.RunAsync(["run", "--exam", "nowhere.yaml", "--model", "random-baseline", .. words])).Expect(2).Names("错误：");
    }

    [Fact]
    public async Task The_random_baseline_needs_nobody_and_brings_the_chance_level()
    {
        (await stranger.RunAsync("run", "--model", "random-baseline", "--exam", Stranger.Sample("general-science.yaml"))).Expect(0).Names("Chance level: 25.0%");

        Assert.Contains("- 随机猜测的期望准确率：25.0%", stranger.Read("boards/general-science.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boards_of_one_exam_in_two_languages_are_two_boards()
    {
        string[] words = ["--exam", Stranger.Sample("medical-imaging.yaml")];
        (await stranger.RunAsync(["board", .. words])).Expect(2).Names("Nothing was answered yet");
        (await stranger.RunAsync(["run", "--model", "random-baseline", "--exam-language", "en", .. words])).Expect(0);
        var english = stranger.Read("boards/medical-imaging-en.md");

        (await stranger.RunAsync(["board", .. words])).Expect(0);
        Assert.False(stranger.Has("boards/medical-imaging.md"));
        (await stranger.RunAsync(["run", "--model", "random-baseline", .. words])).Expect(0);
        (await stranger.RunAsync(["board", .. words])).Expect(0).Names("medical-imaging.md", "medical-imaging-en.md");

        Assert.Equal(english, stranger.Read("boards/medical-imaging-en.md"));
        Assert.Contains("医学影像学", stranger.Read("boards/medical-imaging.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Init_writes_a_file_that_is_accepted_also_with_every_example_in_use(string language)
    {
        (await stranger.RunAsync("init", "--lang", language)).Expect(0);
        Assert.Equal(new Workspace { Folder = "" }.Run, WorkspaceFile.Read(stranger.Folder).Run);
        (await stranger.RunAsync("run", "--model", "random-baseline", "--exam", Stranger.Sample("general-science.yaml"))).Expect(0);
        var schema = JsonSchema.FromText(stranger.Read(".jinbang/jinbang.schema.json"));
        Assert.True(YamlSchema.Accepts(schema, stranger.Read("jinbang.yaml")));

        stranger.Write("jinbang.yaml", Example().Replace(stranger.Read("jinbang.yaml"), "$1"));
        var workspace = WorkspaceFile.Read(stranger.Folder);

        Assert.Equal((1, 5, 20m, "2026-11"), (workspace.Exams.Count, workspace.Models.Count, workspace.Run.Budget!.Value, workspace.Run.Edition));
        Assert.True(YamlSchema.Accepts(schema, stranger.Read("jinbang.yaml")));
        (await stranger.RunAsync("init")).Expect(2).Names("jinbang.yaml");
    }

    [Fact]
    public async Task Checking_exams_names_file_and_line_and_ends_by_the_worst()
    {
        var clean = stranger.Write("clean.csv", "Question,A,B,Answer\nFine?,yes,no,A\n");
        var bad = stranger.Write("bad.csv", "Question,A,B,Answer\nFine?,yes,no,A\nBad?,yes,no,E\n");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllBytes(Path.Combine(stranger.Folder, "gbk.csv"), Encoding.GetEncoding("GB18030").GetBytes("题干,选项A,选项B,答案\n下列哪项正确？,甲,乙,A\n"));

        (await stranger.RunAsync("exams", "check", clean)).Expect(0).Names("1 usable");
        (await stranger.RunAsync("exams", "check", "gbk.csv")).Expect(0).Names("gbk.csv", "warning", "UTF-8");
        (await stranger.RunAsync("exams", "check", clean, bad)).Expect(1).Names("bad.csv:3", "error", "E");
        (await stranger.RunAsync("exams", "check", clean, "none.csv")).Expect(2).Names("none.csv");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task The_simulator_serves_until_it_is_told_to_stop_and_leaves_nothing_running(string signal)
    {
        using var process = stranger.Start("simulate", "--model", "sim-x:0.5", "--latency", "0", "--port", "0");
        var line = (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!;
        var endpoint = line["listening on ".Length..];
        using var client = new HttpClient();
        Assert.Contains("sim-x", await client.GetStringAsync(new Uri($"{endpoint}/models"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Stranger.Signal(process, signal);
        await Stranger.EndOf(process);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync(new Uri($"{endpoint}/models"), TestContext.Current.CancellationToken));
    }

    /// <summary>A line that is a commented example, not a sentence: a key right behind the mark, or something indented.</summary>
    [GeneratedRegex(@"^#((?:  |[a-z-]+:).*)$", RegexOptions.Multiline)]
    private static partial Regex Example();
}
