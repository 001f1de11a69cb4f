using System.Text.Json;
using Jinbang.Simulator;

namespace Jinbang.Tests.EndToEnd;

public sealed class HostsTests : IAsyncLifetime
{
    private static readonly string Exam = Stranger.Sample("general-science.yaml");
    private readonly Stranger stranger = new();
    private SimulatedProvider near = null!;
    private SimulatedProvider far = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new SimulatorOptions { Sheet = Stranger.SheetOf(Exam) };
        (near, far) = (await Stranger.StartSimulatorAsync(options), await Stranger.StartSimulatorAsync(options));
        stranger.Write("mine.yaml", $$"""
            providers:
              - {name: near, endpoint: "{{near.Endpoint}}"}
              - {name: far, endpoint: "{{far.Endpoint}}"}
            models:
              - name: Same-32B
                house: 某机构
                openness: open
                ids: {near: sim-strong, far: sim-weak}
                prices:
                  - {provider: near, input: 1, output: 2, currency: CNY, date: 2026-01-01, source: x}
                  - {provider: far, input: 10, output: 20, currency: CNY, date: 2026-01-01, source: x}
            """);
    }

    public async ValueTask DisposeAsync()
    {
        stranger.Dispose();
        await near.DisposeAsync();
        await far.DisposeAsync();
    }

    [Theory]
    [InlineData("[{name: Same-32B, provider: near}, {name: Same-32B, provider: far}]")]
    [InlineData("[Same-32B@near, Same-32B@far]")]
    [InlineData("[]", "--model", "Same-32B@near", "--model", "Same-32B@far")]
    [InlineData("[{name: Same-32B, provider: near}, {name: Same-32B, provider: far}, sim-unasked@near]", "--model", "Same-32B")]
    public async Task One_model_at_two_hosts_is_two_rows_each_at_its_own_price(string models, params string[] words)
    {
        Write(models);

        (await stranger.RunAsync(["run", "--limit", "10", .. words])).Expect(0);

        Assert.Equal((10, 10), (near.Stats.Requests, far.Stats.Requests));
        var rows = Rows().ToDictionary(row => row.GetProperty("model").GetString()!);
        Assert.Equal(["Same-32B@far", "Same-32B@near"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["far", "near"], rows.OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => row.Value.GetProperty("host").GetString()));
        Assert.All(rows.Values, row => Assert.Equal("某机构", row.GetProperty("house").GetString()));
        Assert.Equal((1, 10), (Price(rows["Same-32B@near"]), Price(rows["Same-32B@far"])));
    }

    [Fact]
    public async Task Boards_show_models_or_hosts()
    {
        Write("[{name: Same-32B, provider: far}]");

        (await stranger.RunAsync("run", "--limit", "10")).Expect(0);
        Assert.Equal("Same-32B", Assert.Single(Rows()).GetProperty("model").GetString());

        (await stranger.RunAsync("board", "--show", "host")).Expect(0).Names("Same-32B@far");
        Assert.Contains("|Same-32B@far|", stranger.Read("boards/general-science.md"), StringComparison.Ordinal);
        Assert.Equal(10, far.Stats.Requests);
    }

    [Theory]
    [InlineData("[{name: Same-32B, provider: far}, {name: Same-32B, provider: far, temperature: 0}]", "Same-32B@far", "provider of its own")]
    [InlineData("[Same-32B@nowhere]", "nowhere")]
    public async Task Hosts_that_cannot_be_told_apart_or_are_unknown_are_refused(string models, params string[] told)
    {
        Write(models);
        (await stranger.RunAsync("run")).Expect(2).Names(told);
    }

    private void Write(string models) => stranger.Write("jinbang.yaml", $"catalogue: mine.yaml\nexams: [{Exam}]\nmodels: {models}\n");

    private List<JsonElement> Rows() =>
        [.. JsonDocument.Parse(stranger.Read("boards/general-science.json")).RootElement.GetProperty("rows").EnumerateArray()];

    private static int Price(JsonElement row) => row.GetProperty("price").GetProperty("inputPerMillion").GetInt32();
}
