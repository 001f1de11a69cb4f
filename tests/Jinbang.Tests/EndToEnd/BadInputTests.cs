using Jinbang.Simulator;

namespace Jinbang.Tests.EndToEnd;

public sealed class BadInputTests : IAsyncLifetime
{
    private readonly Stranger stranger = new();
    private SimulatedProvider server = null!;

    public async ValueTask InitializeAsync() => server = await Stranger.StartSimulatorAsync(new());

    public async ValueTask DisposeAsync()
    {
        stranger.Dispose();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("no such file", "nowhere.yaml", "--exam", "nowhere.yaml")]
    [InlineData("a key outside its options", "bad.csv:3", "--exam", "bad.csv")]
    [InlineData("two exams of one name", "fine", "--exam", "fine.csv", "--exam", "./fine.csv")]
    [InlineData("no options at all", "--nonsense", "--nonsense")]
    [InlineData("an unknown model", "gpt-4.1-mini", "--model", "gpt-4.1-mimi")]
    [InlineData("an address that is none", "no-address", "--endpoint", "no-address", "--model", "x")]
    [InlineData("no repeats", "--repeats", "--repeats", "0")]
    [InlineData("not a number", "--budget", "--budget", "much")]
    [InlineData("a missing GGUF file", "none.gguf", "--model", "gguf:none.gguf")]
    public async Task Bad_words_end_with_exit_code_2_and_ask_nothing(string what, string named, params string[] words)
    {
        stranger.Write("bad.csv", "Question,A,B,Answer\nFine?,yes,no,A\nBad?,yes,no,E\n");
        stranger.Write("fine.csv", "Question,A,B,Answer\nFine?,yes,no,A\n");
        string[] endpoint = words.Contains("--endpoint") || words.Contains("--model") ? [] : ["--endpoint", server.Endpoint.ToString(), "--model", "sim-weak"];
        string[] exam = words.Contains("--exam") ? [] : ["--exam", "fine.csv"];
        if (what.Contains("GGUF", StringComparison.Ordinal))
        {
            // Nothing is built for a stranger in a test: the plug-in's absence must be told just as plainly.
            stranger.Environment["JINBANG_PLUGINS"] = Path.Combine(stranger.Folder, "none.gguf-plugins");
            Directory.CreateDirectory(Path.Combine(stranger.Folder, "none.gguf-plugins", "Jinbang.Gguf"));
            stranger.Write("none.gguf-plugins/Jinbang.Gguf/Jinbang.Gguf.dll", "no assembly");
        }

        (await stranger.RunAsync(["run", .. exam, .. endpoint, .. words])).Expect(2).Names(named);

        Assert.Equal(0, server.Stats.Requests);
        Assert.False(stranger.Has("boards"));
    }

    [Fact]
    public async Task A_misspelt_key_of_the_workspace_file_is_named_with_its_line_and_what_was_meant()
    {
        stranger.Write("jinbang.yaml", "exams:\n  - x.csv\nconcurency: 3\n");

        (await stranger.RunAsync("run")).Expect(2).Names("jinbang.yaml", "3", "concurency", "concurrency");
    }

    [Theory]
    [InlineData("repeats: [", "jinbang.yaml")]
    [InlineData("exams: [\nrepeats: x", "jinbang.yaml")]
    [InlineData("timeouts:\n  between-tokens: 2 minutes", "jinbang.yaml, line 2", "between-tokens", "10m")]
    [InlineData("timeouts:\n  conect: 2s", "jinbang.yaml, line 2", "connect")]
    [InlineData("- models", "jinbang.yaml, line 1")]
    [InlineData("repeats: many", "line 1", "repeats")]
    [InlineData("models:\n  - name: x\n    provider: opnai", "opnai", "openai")]
    [InlineData("secrets: nowhere", "nowhere")]
    [InlineData("catalogue: nowhere", "nowhere")]
    [InlineData("prompts: nowhere", "nowhere")]
    [InlineData("exams: [nowhere.yaml]", "nowhere.yaml")]
    public async Task A_workspace_file_that_cannot_be_used_is_explained(string yaml, params string[] named)
    {
        stranger.Write("jinbang.yaml", yaml);
        string[] models = yaml.Contains("models", StringComparison.Ordinal) ? [] : ["--model", "random-baseline"];

        (await stranger.RunAsync(["run", .. models])).Expect(2).Names(named);

        Assert.False(stranger.Has("boards/general-science.json"));
    }

    [Fact]
    public async Task Where_nothing_can_be_written_nobody_is_asked()
    {
        stranger.Write("fine.csv", "Question,A,B,Answer\nFine?,yes,no,A\n");
        stranger.Write("taken", "");
        string[] words = ["run", "--exam", "fine.csv", "--endpoint", server.Endpoint.ToString(), "--model", "sim-weak"];

        (await stranger.RunAsync([.. words, "--output", "taken"])).Expect(2).Names("taken");
        Directory.Delete(Path.Combine(stranger.Folder, ".jinbang"), recursive: true);
        stranger.Write(".jinbang", "");
        (await stranger.RunAsync(words)).Expect(2).Names(".jinbang");
        (await stranger.RunAsync("init")).Expect(2).Names(".jinbang");

        Assert.Equal(0, server.Stats.Requests);
    }

    [Fact]
    public async Task A_budget_needs_known_prices()
    {
        stranger.Write("fine.csv", "Question,A,B,Answer\nFine?,yes,no,A\n");
        string[] words = ["run", "--exam", "fine.csv", "--endpoint", server.Endpoint.ToString(), "--model", "sim-weak", "--budget", "1"];

        (await stranger.RunAsync(words)).Expect(2).Names("sim-weak", "--allow-unknown-price");
        Assert.Equal(0, server.Stats.Requests);

        (await stranger.RunAsync([.. words, "--allow-unknown-price"])).Expect(0);
        Assert.Equal(1, server.Stats.Requests);
    }

    [Fact]
    public async Task A_bad_exam_can_be_sat_without_its_bad_questions()
    {
        stranger.Write("bad.csv", "Question,A,B,Answer\nFine?,yes,no,A\nBad?,yes,no,E\n");

        (await stranger.RunAsync("run", "--exam", "bad.csv", "--endpoint", server.Endpoint.ToString(), "--model", "sim-weak", "--leave-out-bad")).Expect(0);

        Assert.Equal(1, server.Stats.Requests);
    }
}
