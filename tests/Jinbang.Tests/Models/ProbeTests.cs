using Jinbang.Models;
using Jinbang.Models.Providers;
using Jinbang.Simulator;
using Jinbang.Simulator.Faults;
using Jinbang.Simulator.Houses;
using Jinbang.Tests.Models.Providers;

namespace Jinbang.Tests.Models;

public sealed class ProbeTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("sim-weak", "right", KeyState.Valid, null)]
    [InlineData("sim-weak", "wrong", KeyState.Refused, "check the key in SIM_KEY")]
    [InlineData("no-such-model", "right", KeyState.Valid, "the model's name")]
    public async Task One_call_shows_whether_the_key_is_let_in_and_the_model_is_served(string id, string key, KeyState state, string? advice)
    {
        await using var server = await StartAsync(new() { Key = "right" });

        var result = await AskAsync(server.Endpoint.ToString(), id, key);

        Assert.Equal(state, result.Key);
        Assert.Equal(advice is null, result.Reply is not null);
        Assert.Contains(advice ?? "", result.Problem?.English ?? "", StringComparison.Ordinal);
        Assert.Equal(1, server.Stats.Requests);
    }

    [Fact]
    public async Task The_call_is_short_and_priced()
    {
        await using var server = await StartAsync(new() { Verbosity = 500 });

        var reply = (await AskAsync(server.Endpoint.ToString(), "sim-weak", "any")).Reply!;

        Assert.InRange(reply.Usage!.Completion, 1, 16);
        Assert.Equal(((reply.Usage.Prompt * 1m) + (reply.Usage.Completion * 2m)) / 1_000_000, reply.Cost);
        Assert.True(reply.Elapsed > TimeSpan.Zero);
    }

    [Theory]
    [InlineData("429", KeyState.Valid)]
    [InlineData("500", KeyState.Unknown)]
    [InlineData("cut", KeyState.Unknown)]
    public async Task A_fault_is_told_after_one_call(string fault, KeyState state)
    {
        await using var server = await StartAsync(new() { Faults = FaultShare.ParseAll($"{fault}=1") });

        var result = await AskAsync(server.Endpoint.ToString(), "sim-weak", "any");

        Assert.Equal((state, null), (result.Key, result.Reply));
        Assert.NotNull(result.Problem);
        Assert.Equal(1, server.Stats.Requests);
    }

    [Fact]
    public async Task A_dead_server_and_a_silent_one_are_told_apart()
    {
        await using var silent = new ScriptedServer((_, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token));

        var (dead, slow) = (await AskAsync("http://127.0.0.1:1/v1", "m", "any"), await AskAsync(silent.Address, "m", "any", TimeSpan.FromMilliseconds(200)));

        Assert.Equal((KeyState.Unknown, KeyState.Unknown), (dead.Key, slow.Key));
        Assert.Contains("connection refused", dead.Problem!.Value.English, StringComparison.Ordinal);
        Assert.Contains("Sim (m): no reply within 0.2 s", slow.Problem!.Value.English, StringComparison.Ordinal);
    }

    public static TheoryData<string> Houses =>
        [.. Catalogue.Load(null).Providers.Select(provider => provider.Name).Where(name => SimulatedHouse.All.Any(house => house.Name == name))];

    [Theory]
    [MemberData(nameof(Houses))]
    public async Task Every_house_takes_so_short_a_call_even_of_a_model_that_is_to_think(string name)
    {
        await using var server = await StartAsync(new() { Thinking = 8, Verbosity = 40 });
        var shipped = Catalogue.Load(null);
        var variable = shipped.Provider(name)!.KeyVariable;
        await File.WriteAllTextAsync(file, $$"""providers: [{name: {{name}}, endpoint: "{{server.EndpointOf(name)}}"}]""");
        var catalogue = Catalogue.Load(file);
        var secrets = variable is null ? [] : new Dictionary<string, string> { [variable] = "an-id:a-secret-of-some-length" };
        using var examinees = new Examinees(catalogue, Secrets.Read(secrets), new CallLimits(), TimeProvider.System);

        var result = await examinees.Probe(new Model("m", name, "sim-weak") { Thinking = true }, TimeSpan.FromSeconds(10)).AskAsync(TestContext.Current.CancellationToken);

        Assert.Null(result.Problem?.English);
        Assert.Equal(variable is null ? KeyState.NotNeeded : KeyState.Valid, result.Key);
    }

    [Fact]
    public async Task Cancelling_is_no_result()
    {
        await using var server = await StartAsync(new());
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(server.Endpoint.ToString(), "sim-weak", "any", null, stop.Token));
    }

    private static Task<SimulatedProvider> StartAsync(SimulatorOptions options) =>
        SimulatedProvider.StartAsync(options, TimeProvider.System, TestContext.Current.CancellationToken);

    private async Task<ProbeResult> AskAsync(string endpoint, string id, string key, TimeSpan? patience = null, CancellationToken? cancellationToken = null)
    {
        await File.WriteAllTextAsync(file, $$"""
            providers: [{name: sim, title: Sim, endpoint: "{{endpoint}}", key-variable: SIM_KEY}]
            models: [{name: m, ids: {sim: {{id}}}, prices: [{provider: sim, input: 1, output: 2, currency: CNY, date: 2026-01-01, source: x}]}]
            """);
        var catalogue = Catalogue.Load(file);
        using var examinees = new Examinees(catalogue, Secrets.Read(new Dictionary<string, string> { ["SIM_KEY"] = key }), new CallLimits(), TimeProvider.System);
        var probe = examinees.Probe(catalogue.Priced(catalogue.Find("m")!, new DateOnly(2026, 1, 2)), patience ?? TimeSpan.FromSeconds(10));
        return await probe.AskAsync(cancellationToken ?? TestContext.Current.CancellationToken);
    }
}
