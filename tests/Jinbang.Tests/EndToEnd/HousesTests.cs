using System.Text.Json;
using Jinbang.Simulator;

namespace Jinbang.Tests.EndToEnd;

/// <summary>Models of several houses examined by their names alone, each at its house's own form of endpoint.</summary>
public sealed class HousesTests : IDisposable
{
    private static readonly string[] Providers = ["openai", "anthropic", "gemini", "dashscope", "zhipu", "minimax"];

    private static readonly string[] Served =
        ["gpt-4.1", "claude-sonnet-4-20250514", "gemini-2.5-pro", "qwen3-32b", "glm-4.5", "MiniMax-M1"];

    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task Models_of_six_houses_are_examined_by_name_and_a_mode_that_does_not_think_does_not()
    {
        var exam = Stranger.Sample("general-science.yaml");
        await using var server = await Stranger.StartSimulatorAsync(new()
        {
            Sheet = Stranger.SheetOf(exam),
            Models = [.. Served.Select(id => new SimulatedModel(id, 0.9))],
            Thinking = 30,
        });
        stranger.Write("here.yaml", string.Join('\n', Providers
            .Select(name => $"  - {{name: {name}, endpoint: \"{server.EndpointOf(name)}\"}}").Prepend("providers:")));
        stranger.Write("jinbang.yaml", "catalogue: here.yaml\n");
        foreach (var name in "OPENAI ANTHROPIC GEMINI DASHSCOPE ZHIPUAI MINIMAX".Split(' '))
        {
            stranger.Environment[$"{name}_API_KEY"] = $"k-{name}-123456";
        }

        string[] names = ["gpt-4.1", "claude-4-sonnet-thinking", "gemini-2.5-pro", "Qwen3-32B-nothink", "GLM-4.5-nothink", "MiniMax-M1", "Qwen3-32B"];

        (await stranger.RunAsync(["run", "--exam", exam, .. names.SelectMany(name => new[] { "--model", name })])).Expect(0);

        using var board = JsonDocument.Parse(stranger.Read("boards/general-science.json"));
        var rows = board.RootElement.GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("model").GetString()!);
        Assert.Equal(names.Order(), rows.Keys.Order());
        Assert.All(rows.Values, row => Assert.Equal(40, row.GetProperty("coverage").GetProperty("graded").GetInt32()));
        Assert.All(rows.Values, row => Assert.True(row.GetProperty("costPerThousand").GetDecimal() > 0));
        Assert.True(Tokens("Qwen3-32B") - Tokens("Qwen3-32B-nothink") > 20, "Thinking costs tokens.");

        double Tokens(string model) => rows[model].GetProperty("tokens").GetDouble();
    }
}
