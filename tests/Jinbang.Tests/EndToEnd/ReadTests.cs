using System.Text.Json;

namespace Jinbang.Tests.EndToEnd;

public sealed class ReadTests : IDisposable
{
    private const string Two = """
        {"id":1,"options":{"A":"red","B":"green"},"reply":"The answer is B."}
        {"id":"two","reply":"答案：42"}
        """;

    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Theory]
    [InlineData("--out", "read.jsonl")]
    [InlineData("--out", "-")]
    [InlineData("--out", "/dev/stdout")]
    [InlineData]
    public async Task Readings_go_to_a_file_or_to_standard_output_and_what_is_told_to_standard_error(params string[] words)
    {
        stranger.Write("r.jsonl", Two);

        var said = (await stranger.RunAsync(["read", "--replies", "r.jsonl", .. words])).Expect(0);

        var lines = (words is [_, "read.jsonl"] ? stranger.Read("read.jsonl") : said.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("""{"id":1,"kind":"letter","letters":"B",""", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("""{"id":"two","kind":"value","letters":null,"value":"42",""", lines[1], StringComparison.Ordinal);
        Assert.Contains("Replies read: 2", said.Errors, StringComparison.Ordinal);
        Assert.Equal(words is [_, "read.jsonl"] ? ["r.jsonl", "read.jsonl"] : ["r.jsonl"], Files());
    }

    [Fact]
    public async Task Replies_may_come_through_a_pipe()
    {
        using var shell = stranger.Shell("""printf '%s' '{"reply":"7"}' | $0 read --replies -""");

        (await Stranger.EndOf(shell)).Expect(0).Names("\"value\":\"7\"");
    }

    [Theory]
    [InlineData("none.jsonl", "none.jsonl")]
    [InlineData("empty.jsonl", "empty.jsonl holds no reply")]
    [InlineData("bad.jsonl", "bad.jsonl:3", "no reply")]
    [InlineData("broken.jsonl", "broken.jsonl:1", "JSON")]
    [InlineData("kind.jsonl", "kind.jsonl:1", "essay", "single")]
    [InlineData("options.jsonl", "options.jsonl:1", "\"Z\"", "A to J")]
    [InlineData(".", "cannot be opened")]
    public async Task What_cannot_be_read_is_named_and_nothing_is_written(string file, params string[] named)
    {
        stranger.Write("empty.jsonl", "");
        stranger.Write("bad.jsonl", Two + "\n{\"id\":3}\n");
        stranger.Write("broken.jsonl", "{\"id\":3");
        stranger.Write("kind.jsonl", "{\"reply\":\"x\",\"kind\":\"essay\"}");
        stranger.Write("options.jsonl", "{\"reply\":\"x\",\"options\":{\"Z\":\"x\"}}");
        stranger.Write("out.jsonl", "kept");
        var before = Files();

        (await stranger.RunAsync("read", "--replies", file, "--out", "out.jsonl")).Expect(2).Names(named);
        var said = (await stranger.RunAsync("read", "--replies", file, "--lang", "zh")).Expect(2).Names("错误：");

        Assert.Equal("", said.Output);
        Assert.Equal("kept", stranger.Read("out.jsonl"));
        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task Bad_lines_can_be_left_out_and_are_told()
    {
        stranger.Write("r.jsonl", Two + "\nno JSON\n");

        var said = (await stranger.RunAsync("read", "--replies", "r.jsonl", "--leave-out-bad")).Expect(0).Names("Lines left out: 1", "r.jsonl:3");

        Assert.Equal(2, said.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("r.jsonl", "would be lost")]
    [InlineData("nowhere/out.jsonl", "nowhere")]
    [InlineData("folder", "folder")]
    public async Task An_output_that_cannot_be_written_is_refused_before_reading(string output, string named)
    {
        stranger.Write("r.jsonl", Two);
        Directory.CreateDirectory(Path.Combine(stranger.Folder, "folder"));

        (await stranger.RunAsync("read", "--replies", "r.jsonl", "--out", output)).Expect(2).Names(named);

        Assert.Equal(Two, stranger.Read("r.jsonl"));
    }

    [Fact]
    public async Task A_link_stays_a_link()
    {
        stranger.Write("r.jsonl", Two);
        stranger.Write("real.jsonl", "old");
        File.CreateSymbolicLink(Path.Combine(stranger.Folder, "link.jsonl"), "real.jsonl");

        (await stranger.RunAsync("read", "--replies", "r.jsonl", "--out", "link.jsonl")).Expect(0);

        Assert.NotNull(new FileInfo(Path.Combine(stranger.Folder, "link.jsonl")).LinkTarget);
        Assert.Equal(2, stranger.Read("real.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).Count());
    }

    [Fact]
    public async Task Interrupted_it_leaves_no_file()
    {
        stranger.Write("r.jsonl", string.Join('\n', Enumerable.Repeat(Two, 400_000)));
        using var process = stranger.Start("read", "--replies", "r.jsonl", "--out", "out.jsonl");
        while (Files().Length < 2)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Stranger.Signal(process, "INT");

        (await Stranger.EndOf(process)).Expect(130).Names("Stopped");
        Assert.Equal(["r.jsonl"], Files());
    }

    private string[] Files() => [.. Directory.GetFileSystemEntries(stranger.Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
}
