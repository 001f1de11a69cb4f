using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jinbang.Simulator;

namespace Jinbang.Tests.EndToEnd;

/// <summary>Figures of boards, worked out anew from raw replies and from the provider's own counts.</summary>
public sealed partial class FiguresTests : IDisposable
{
    private const string Keys = "ABCD";
    private const int Questions = 80;

    private readonly Stranger stranger = new();
    private readonly string exam;

    public FiguresTests() => exam = stranger.Write("exam.jsonl", string.Join('\n', Enumerable.Range(0, Questions).Select(number =>
        $$"""{"id":"{{number}}","question":"What becomes of widget {{number}}?","options":{"A":"lost {{number}}","B":"sold {{number}}","C":"kept {{number}}","D":"made {{number}}"},"answer":"{{Key(number)}}"}""")));

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task Accuracy_and_tokens_are_those_of_the_replies_as_a_reader_of_letters_counts_them()
    {
        await using var server = await StartAsync(new("perfect", 1), new("middling", 0.6), new("hopeless", 0));

        (await RunAsync(server, "--model", "perfect", "--model", "middling", "--model", "hopeless")).Expect(0);

        var rows = Rows();
        Assert.Equal(["perfect", "middling", "hopeless"], rows.Select(row => row.GetProperty("model").GetString()));
        Assert.Equal((1.0, 0.0), (Number(rows[0], "accuracy"), Number(rows[2], "accuracy")));
        Assert.All(rows, row => Assert.Equal(RightReplies(row.GetProperty("model").GetString()!) / (double)Questions, Number(row, "accuracy"), 12));
        Assert.InRange(Number(rows[1], "accuracy"), 0.4, 0.8);
        Assert.Equal(server.Stats.PromptTokens + server.Stats.CompletionTokens, rows.Sum(row => Number(row, "tokens")) * Questions, 6);
        Assert.All(rows, row => Assert.Equal(JsonValueKind.Null, row.GetProperty("costPerThousand").ValueKind));
        Assert.Equal(rows.Select(row => Number(row, "accuracy")), Column("accuracy").Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_thousand_calls_cost_what_the_provider_s_own_count_of_tokens_comes_to()
    {
        await using var server = await StartAsync(new SimulatedModel("m", 0.6));
        stranger.Write("jinbang.yaml", $$"""
            models:
              - {name: m, endpoint: "{{server.Endpoint}}", price: {input: 2, output: 8, currency: CNY, date: 2026-11-01, source: test} }
            """);

        (await stranger.RunAsync("run", "--exam", exam)).Expect(0);

        var yuan = ((server.Stats.PromptTokens * 2m) + (server.Stats.CompletionTokens * 8m)) / 1_000_000;
        Assert.Equal(yuan / Questions * 1000, Rows()[0].GetProperty("costPerThousand").GetDecimal(), 10);
    }

    [Fact]
    public async Task Every_file_of_a_board_is_the_same_to_the_byte_when_it_is_posted_again()
    {
        await using var server = await StartAsync(new SimulatedModel("m", 0.6));
        (await RunAsync(server, "--model", "m")).Expect(0);
        var before = Boards();

        (await RunAsync(server, "--model", "m")).Expect(0);
        (await stranger.RunAsync("board", "--exam", exam)).Expect(0);

        Assert.Equal(Questions, server.Stats.Requests);
        Assert.InRange(before.Count, 8, 20);
        Assert.Equal(before, Boards());
    }

    private static char Key(int number) => Keys[number % Keys.Length];

    private static double Number(JsonElement row, string name) => row.GetProperty(name).GetDouble();

    private Task<SimulatedProvider> StartAsync(params SimulatedModel[] models) =>
        Stranger.StartSimulatorAsync(new() { Sheet = Stranger.SheetOf(exam), Models = models });

    private Task<Said> RunAsync(SimulatedProvider server, params string[] words) =>
        stranger.RunAsync(["run", "--exam", exam, "--endpoint", server.Endpoint.ToString(), .. words]);

    private List<JsonElement> Rows() =>
        [.. JsonDocument.Parse(stranger.Read("boards/exam.json")).RootElement.GetProperty("rows").EnumerateArray()];

    private IEnumerable<string> Column(string heading)
    {
        var lines = stranger.Read("boards/exam.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
        return lines.Skip(1).Select(cells => cells[Array.IndexOf(lines[0], heading)]);
    }

    private Dictionary<string, string> Boards() => Directory
        .GetFiles(Path.Combine(stranger.Folder, "boards"), "*", SearchOption.AllDirectories)
        .ToDictionary(file => file, file => Convert.ToBase64String(File.ReadAllBytes(file)));

    /// <summary>The model's replies whose last lone letter is the key.</summary>
    private int RightReplies(string model) => Enumerable.Range(0, Questions).Count(number =>
    {
        var reply = LedgerLook.One<string>(
            stranger, $"SELECT reply FROM attempt JOIN sitting ON sitting.key = sitting WHERE model = '{model}' AND question = '{number}'");
        return LoneLetter().Matches(reply)[^1].Value[0] == Key(number);
    });

    [GeneratedRegex("(?<![A-Za-z])[A-D](?![A-Za-z])")]
    private static partial Regex LoneLetter();
}
