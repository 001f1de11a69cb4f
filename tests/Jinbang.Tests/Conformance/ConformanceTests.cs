using System.Collections.Concurrent;
using System.Text;
using Jinbang.Models;
using Jinbang.Models.Providers;
using Jinbang.Simulator;
using Jinbang.Simulator.Houses;

namespace Jinbang.Tests.Conformance;

/// <summary>The connector at every provider of the catalogue that the simulator plays; the documentation shows what came of it.</summary>
public sealed class ConformanceTests
{
    private const string Fine = "✓";
    private const string CannotHappen = "–";
    private const string Model = "sim-medium";
    private const string Key = "id-Of-the-suite:secret-0123456789";

    private static readonly GeneratedTable Table = new("providers.md", "<!-- conformance: written by ConformanceTests -->");
    private static readonly ConcurrentDictionary<(string Provider, string Scenario), Task<string>> Seen = [];

    private static readonly Provider[] Played =
        [.. Catalogue.Load(null).Providers.Where(provider => SimulatedHouse.All.Any(house => house.Name == provider.Name))];

    public static TheoryData<string> Providers => [.. Played.Select(provider => provider.Name)];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_connector_takes_everything_as_it_should(string name)
    {
        var provider = Played.Single(played => played.Name == name);
        var flaws = new List<string>();
        foreach (var scenario in Scenarios.All)
        {
            var came = await SeenAsync(provider, scenario);
            flaws.AddRange(came is Fine or CannotHappen ? [] : [$"{scenario.Title}: {came}"]);
        }

        Assert.Empty(flaws);
    }

    [Fact]
    public void Every_provider_with_an_endpoint_of_its_own_is_played() => Assert.Empty(
        Catalogue.Load(null).Providers.Where(provider => provider.Like is null).Select(provider => provider.Name)
            .Except(SimulatedHouse.All.Select(house => house.Name)));

    [Fact]
    public async Task The_page_shows_what_came_of_it()
    {
        var table = new StringBuilder($"| provider | {string.Join(" | ", Scenarios.All.Select(scenario => scenario.Title))} | by these pages |\n");
        table.Append($"|---|{string.Concat(Scenarios.All.Select(_ => "---|"))}---|\n");
        foreach (var provider in Played)
        {
            var cells = await Task.WhenAll(Scenarios.All.Select(scenario => SeenAsync(provider, scenario)));
            table.Append($"| `{provider.Name}` | {string.Join(" | ", cells)} | {PagesOf(provider)} |\n");
        }

        await Table.ShowsAsync(table.ToString(), TestContext.Current.CancellationToken);
    }

    private static SimulatedHouse HouseOf(Provider provider) => SimulatedHouse.All.Single(house => house.Name == provider.Name);

    private static string PagesOf(Provider provider) => string.Join("; ", HouseOf(provider).Pages
        .DistinctBy(page => page.Address).Select(page => $"[{page.Title}]({page.Address}) ({page.Known})"));

    private static Task<string> SeenAsync(Provider provider, Scenario scenario) =>
        Seen.GetOrAdd((provider.Name, scenario.Title), _ => AskBothWaysAsync(provider, scenario));

    private static async Task<string> AskBothWaysAsync(Provider provider, Scenario scenario)
    {
        if (!scenario.CanHappen(provider, HouseOf(provider)))
        {
            return CannotHappen;
        }

        await using var server = await SimulatedProvider.StartAsync(
            scenario.Options with { Key = scenario.IsKeyWrong ? "another-key" : null }, TimeProvider.System, TestContext.Current.CancellationToken);
        var there = provider with { Endpoint = server.EndpointOf(provider.Name) };
        var whole = scenario.Flaw(await AskAsync(there, scenario, streaming: false));
        var streamed = scenario.Flaw(await AskAsync(there, scenario, streaming: true));
        string?[] flaws = [whole is null ? null : $"whole: {whole}", streamed is null ? null : $"streamed: {streamed}"];
        return flaws.All(flaw => flaw is null) ? Fine : string.Join("; ", flaws.OfType<string>());
    }

    private static async Task<Hearing> AskAsync(Provider provider, Scenario scenario, bool streaming)
    {
        var model = scenario.Asked(new Model("suite", provider.Name, Model));
        using var connection = new ProviderConnection(provider, provider.KeyVariable is null ? null : Key, new CallLimits(), TimeProvider.System);
        using var examinee = new ChatExaminee(model, new ProviderChatClient(connection, model), TimeProvider.System)
        {
            Streaming = streaming,
            FinishReasons = provider.FinishReasons,
        };
        try
        {
            return new(await examinee.AskAsync(new Prompt("Which one? A. this B. that", "Which one?", [], false) { System = "Be brief.", Seed = model.Seed }, TestContext.Current.CancellationToken), null);
        }
        catch (ProviderException fault)
        {
            return new(null, fault);
        }
    }
}
