using Jinbang.Cli.Summaries;
using Jinbang.Models;
using Jinbang.Workspaces;
using Snapshooter.Xunit3;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Jinbang.Tests.Cli;

public sealed class ModelTableTests : IDisposable
{
    private const string Catalogued = """
        providers:
          - {name: cloud, title: 云上, endpoint: "https://cloud.example/v1", key-variable: CLOUD_KEY, thinking: {on: '{"think": true}', off: '{"think": false}'}}
          - {name: gate, endpoint: "https://gate.example/v1", key-variable: GATE_KEY}
        models:
          - name: Shan-235B
            house: 云山
            openness: open
            aliases: [shan-latest]
            parameters: 235
            active-parameters: 22
            context: 131072
            output: 32768
            modalities: [text, image]
            released: 2026-03-01
            known: 2026-11-20
            thinking: on
            temperature: false
            ids: {cloud: shan-235b, gate: yun/shan-235b}
            thinking-fields: {gate: {on: '{"effort": "high"}', off: '{"effort": "none"}'}}
            prices:
              - {provider: cloud, input: 2, cached-input: 0.5, output: 8, currency: CNY, date: 2026-05-01, source: "https://cloud.example/prices"}
              - provider: cloud
                input: 1
                output: 4
                thinking-output: 12
                tiers: [{over: 32000, input: 2, output: 8, thinking-output: 24}]
                batch: 0.5
                currency: CNY
                date: 2026-10-01
                source: "https://cloud.example/prices"
              - {provider: gate, input: 0.3, output: 1.2, currency: USD, date: 2026-10-01, source: "https://gate.example/prices"}
          - {name: Old-7B, house: Harbor, openness: commercial, parameters: 7, thinking: none, retired: 2026-01-01, ids: {gate: old-7b}}
          - {name: "nameless\u001b[2J", ids: {cloud: x}}
        rates:
          - {currency: USD, yuan: 7.1, date: 2026-11-01, source: bank}
        """;

    private readonly string file = Path.GetTempFileName();
    private readonly ModelShelf shelf;

    public ModelTableTests()
    {
        File.WriteAllText(file, Catalogued);
        shelf = new ModelShelf(Catalogue.Load(file), provider => provider == "gate", new DateOnly(2026, 11, 25));
    }

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData(Language.English, 160)]
    [InlineData(Language.Chinese, 160)]
    [InlineData(Language.Chinese, 80)]
    public void A_list_of_models_looks_as_approved(Language language, int width) =>
        Snapshot.Match(Shown(ModelTable.Of(new ModelSummary([.. Own(null)], 3), language, width), width), $"Models.{language}.{width}.txt");

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void All_that_is_known_of_a_model_looks_as_approved(Language language) =>
        Snapshot.Match(Shown(ModelCardView.Of(shelf.Card(shelf.Find("shan-latest-nothink")!), language), 160), $"Model.{language}.txt");

    [Fact]
    public void Nothing_found_needs_no_table() =>
        Assert.DoesNotContain("│", Shown(ModelTable.Of(new ModelSummary([], 0), Language.English, 160), 160), StringComparison.Ordinal);

    [Fact]
    public void A_price_is_that_of_the_provider_asked_for_else_of_whose_key_is_found()
    {
        Assert.Equal(("gate", 1.2m, 8.52m), Priced(null));
        Assert.Equal(("cloud", 12m, 12m), Priced("cloud"));
    }

    [Theory]
    [InlineData("", "Shan-235B Shan-235B-nothink Old-7B nameless")]
    [InlineData("name:shan", "Shan-235B Shan-235B-nothink")]
    [InlineData("name:shan-latest", "Shan-235B Shan-235B-nothink")]
    [InlineData("name:*-nothink", "Shan-235B-nothink")]
    [InlineData("name:shan*?b", "Shan-235B")]
    [InlineData("words:harb", "Old-7B")]
    [InlineData("words:shan-latest", "Shan-235B Shan-235B-nothink")]
    [InlineData("house:harb", "Old-7B")]
    [InlineData("open", "Shan-235B Shan-235B-nothink")]
    [InlineData("thinks", "Shan-235B")]
    [InlineData("thinks-not", "Shan-235B-nothink Old-7B")]
    [InlineData("yuan:8.52", "Shan-235B Shan-235B-nothink")]
    [InlineData("yuan:8.51", "")]
    [InlineData("provider:CLOUD", "Shan-235B Shan-235B-nothink nameless")]
    [InlineData("key", "Shan-235B Shan-235B-nothink")]
    public void Lists_hold_what_fits(string wish, string names)
    {
        var value = wish.Split(':')[^1];
        var filter = wish.Split(':')[0] switch
        {
            "name" => new ModelFilter { Pattern = value },
            "words" => new ModelFilter { Words = value },
            "house" => new ModelFilter { House = value },
            "open" => new ModelFilter { Openness = Openness.Open },
            "thinks" => new ModelFilter { Thinks = true },
            "thinks-not" => new ModelFilter { Thinks = false },
            "yuan" => new ModelFilter { MostYuan = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture) },
            "provider" => new ModelFilter { Provider = value },
            "key" => new ModelFilter { HasKey = true },
            _ => new ModelFilter(),
        };

        Assert.Equal(names, string.Join(' ', Own(null).Where(filter.Fits).Select(line => line.Name.Split('\u001b')[0])));
    }

    [Fact]
    public void Retired_is_what_nobody_serves_any_more() =>
        Assert.Equal(["Old-7B"], Own(null).Where(line => line.IsRetired).Select(line => line.Name));

    private IEnumerable<ModelLine> Own(string? provider) =>
        shelf.All.Where(model => model.Ids.ContainsKey("cloud") || model.Ids.ContainsKey("gate")).Select(model => shelf.Line(model, provider));

    private (string, decimal?, decimal?) Priced(string? provider) => Own(provider).First() is var line ? (line.PricedBy, line.Output, line.OutputYuan) : default;

    private static string Shown(IRenderable what, int width)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        console.Profile.Width = width;
        console.Write(what);
        return output.ToString();
    }
}
