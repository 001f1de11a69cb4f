using System.Globalization;
using Jinbang.Models;
using Jinbang.Models.Providers;

namespace Jinbang.Tests.Models;

public sealed class CatalogueTests : IDisposable
{
    private static readonly Catalogue Shipped = Catalogue.Load(null);
    private static readonly DateOnly Day = new(2025, 8, 15);
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Every_model_has_a_house_an_openness_ids_and_a_date_and_every_price_date_currency_and_source()
    {
        Assert.All(Shipped.Models, model =>
        {
            Assert.NotEmpty(model.House);
            Assert.NotEqual(Openness.Unknown, model.Openness);
            Assert.NotEmpty(model.Ids);
            Assert.NotNull(model.Facts.Known);
            Assert.NotEqual("", model.At(null).Provider);
            Assert.All(model.Prices, price =>
            {
                Assert.NotNull(Shipped.Exchange(price.Price.Currency, Day));
                Assert.InRange(price.Price.Date, new DateOnly(2025, 1, 1), new DateOnly(2026, 12, 31));
                Assert.StartsWith("https://", price.Price.Source, StringComparison.Ordinal);
                Assert.InRange(price.Price.InputPerMillion, 0, price.Price.OutputPerMillion);
                Assert.True(price.Price.CachedInputPerMillion is null || price.Price.CachedInputPerMillion < price.Price.InputPerMillion);
            });
        });
    }

    [Fact]
    public void Every_model_can_be_asked_in_each_of_its_modes_at_every_provider_that_serves_it()
    {
        var keys = Shipped.Providers.Select(provider => provider.KeyVariable).OfType<string>().Distinct().ToDictionary(variable => variable, _ => "sk-123456");
        using var examinees = new Examinees(Shipped, Secrets.Read(keys), new CallLimits(), TimeProvider.System);
        foreach (var model in Shipped.Models.SelectMany(model => model.Modes))
        {
            Assert.All(model.Ids.Keys, provider => examinees.Open(model.At(provider)).Dispose());
        }
    }

    [Fact]
    public void Every_provider_with_a_key_knows_a_priced_model_to_begin_with()
    {
        Assert.True(Shipped.Providers.Count >= 24);
        Assert.All(Shipped.Providers, provider =>
        {
            Assert.NotNull(provider.Page);
            Assert.True(provider.DefaultModel is null || provider.KeyVariable is not null);
            Assert.Equal(provider.KeyVariable is not null, provider.NeedsKey);
            if (provider.DefaultModel is { } id)
            {
                Assert.Equal(id, Shipped.Find(id, provider.Name)?.Id);
            }
        });
    }

    [Fact]
    public void Every_model_of_the_medical_logs_has_house_openness_and_a_price_in_dollars()
    {
        var names = Directory.EnumerateFiles(SharedData.Path("banks/medagents-logs"), "zero_shot_*.csv")
            .SelectMany(log => File.ReadLines(log).Skip(1).Select(line => line.Split(',')[0]))
            .Distinct();
        Assert.All(names, name =>
        {
            var model = Shipped.Find(name);
            Assert.NotNull(model);
            Assert.Equal(name, model.Name);
            Assert.NotEmpty(model.House);
            Assert.NotEqual(Openness.Unknown, model.Openness);
            Assert.Equal("USD", model.Price?.Currency);
        });
    }

    [Theory]
    [InlineData("gpt-4.1-mini")]
    [InlineData("GPT-4.1-MINI")]
    [InlineData("openai/gpt-4.1-mini")]
    public void A_model_is_found_by_name_alias_or_id(string name) => Assert.Equal("gpt-4.1-mini", Shipped.Find(name)?.Name);

    [Fact]
    public void A_price_is_the_serving_providers_own_and_newest_or_unknown()
    {
        Assert.Equal(("deepseek", 2.19m), (Shipped.Find("DeepSeek-R1")?.Provider, Shipped.Find("DeepSeek-R1")?.Price?.OutputPerMillion));
        Assert.Equal(("deepseek-ai/DeepSeek-R1", 7m), (Shipped.Find("DeepSeek-R1", "together")?.Id, Shipped.Find("DeepSeek-R1", "together")?.Price?.OutputPerMillion));
        Assert.Null(Shipped.Find("gpt-4o", "openrouter")?.Price);
        Assert.Equal(3m, Shipped.Find("deepseek-chat")?.Price?.OutputPerMillion);
        Assert.Null(Shipped.Find("no such model"));
    }

    [Fact]
    public void Money_is_told_in_yuan_at_a_dated_rate()
    {
        Assert.Equal((7.25m, new DateOnly(2025, 8, 1)), (Shipped.Exchange("USD", Day)!.Yuan, Shipped.Exchange("USD", Day)!.Date));
        Assert.Equal(1m, Shipped.Exchange("cny", Day)?.Yuan);
        Assert.Null(Shipped.Exchange("XYZ", Day));
    }

    [Theory]
    [InlineData("2025-08-01", "7.25")]
    [InlineData("2026-11-02", "7.25")]
    [InlineData("2026-11-03", "7.1")]
    [InlineData("2026-11-24", "7.1")]
    [InlineData("2026-12-01", "7.09")]
    public void The_newest_rate_that_is_not_after_the_day_counts(string day, string yuan)
    {
        File.WriteAllText(file, """
            rates:
              - {currency: usd, yuan: 7.09, date: 2026-11-25, source: bank}
              - {currency: USD, yuan: 7.1, date: 2026-11-03, source: bank}
            """);
        var catalogue = Catalogue.Load(null, file);

        Assert.Equal(yuan, catalogue.Exchange("USD", DateOnly.Parse(day, CultureInfo.InvariantCulture))?.Yuan.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Before_the_first_rate_the_first_counts_and_of_one_day_the_users()
    {
        var mine = Load("rates: [{currency: USD, yuan: 7.2, date: 2025-08-01, source: bank}]");

        Assert.Equal((7.2m, "bank"), (mine.Exchange("USD", new DateOnly(2024, 1, 1))?.Yuan, mine.Exchange("USD", Day)?.Source));
    }

    [Fact]
    public void A_users_file_changes_only_what_it_says()
    {
        var mine = Load("""
            providers:
              - {name: home, endpoint: "http://10.0.0.2:8000/v1", max-tokens-field: max_completion_tokens}
              - {name: openai, endpoint: "https://proxy.example.com/v1"}
            models:
              - {name: my-model, house: 我们, openness: open, ids: {home: my/model}, extra-fields: '{"top_k": 1}'}
              - name: GPT-4o
                prices: [{provider: openai, input: 1, output: 2, currency: EUR, date: 2026-01-01, source: our contract}]
            rates:
              - {currency: EUR, yuan: 8.1, date: 2026-01-01, source: bank}
            """);
        Assert.Equal("https://proxy.example.com/v1", mine.Provider("openai")?.Endpoint.ToString());
        Assert.Equal("OPENAI_API_KEY", mine.Provider("openai")?.KeyVariable);
        Assert.False(mine.Provider("home")?.NeedsKey);
        Assert.Equal(
            new Model("my-model", "home", "my/model") { House = "我们", Openness = Openness.Open, ExtraFields = """{"top_k": 1}""" },
            mine.Find("MY/MODEL"));
        Assert.Equal(("openAI", 2m), (mine.Find("gpt-4o")?.House, mine.Find("gpt-4o")?.Price?.OutputPerMillion));
        Assert.Equal(8.1m, mine.Exchange("EUR", Day)?.Yuan);
    }

    [Fact]
    public void A_provider_s_time_limits_go_before_all_others_and_leave_what_they_do_not_say()
    {
        var mine = Load("""
            providers:
              - {name: slow, endpoint: "http://10.0.0.2:8000/v1", timeouts: {connect: 500ms, whole: 2h}}
            """);

        var limits = mine.Provider("slow")!.Timeouts!.Over(new CallLimits { Connect = TimeSpan.FromSeconds(3), FirstToken = TimeSpan.FromSeconds(7) });

        Assert.Equal(
            new CallLimits { Connect = TimeSpan.FromSeconds(0.5), FirstToken = TimeSpan.FromSeconds(7), Whole = TimeSpan.FromHours(2) },
            limits);
    }

    [Theory]
    [InlineData("models:\n  - name: a\n    hous: b", "line 3: unknown key 'hous'; did you mean 'house'?")]
    [InlineData("colour: red", "line 1: unknown key 'colour'; known are providers, models, rates")]
    [InlineData("models:\n  - house: b", "line 2: 'name' is missing")]
    [InlineData("providers:\n  - name: b", "line 2: 'endpoint' is missing")]
    [InlineData("providers:\n  - {name: b, endpoint: here}", "line 2: 'endpoint' is 'here'")]
    [InlineData("providers:\n  - name: openai\n    timeouts: {connect: 15}", "line 3: 'connect' is '15', but should be a time such as 500ms")]
    [InlineData("providers:\n  - name: openai\n    timeouts:\n      first: 3s", "line 4: unknown key 'first'; known are connect, first-token")]
    [InlineData("providers:\n  - name: openai\n    timeouts: {whole: 0}", "'whole' is '0'")]
    [InlineData("models:\n  - {name: a, openness: free}", "line 2: 'openness' is 'free', but should be one of open, commercial")]
    [InlineData("models:\n  - {name: a, ids: {opnai: x}}", "known provider, perhaps openai")]
    [InlineData("models:\n  - {name: a, extra-fields: '[1]'}", "should be a JSON object")]
    [InlineData("models:\n  - name: a\n    prices:\n      - {provider: openai, input: -1, output: 1, currency: CNY, date: 2025-01-01, source: x}", "line 4: 'input' is '-1'")]
    [InlineData("models:\n  - name: a\n    prices:\n      - {provider: openai, input: 1, output: 1, currency: CNY, date: 1.1.25, source: x}", "line 4: 'date' is '1.1.25'")]
    [InlineData("models:\n  - name: a\n    prices:\n      - {provider: openai, input: 1, output: 1, currency: CNY, source: x}", "'date' is missing")]
    [InlineData("models:\n  - name: a\n    prices:\n      - {provider: openai, input: 1, output: 1, currency: CNY, date: 2025-01-01}", "'source' is missing")]
    [InlineData("models:\n  - {name: a, thinking: sometimes}", "line 2: 'thinking' is 'sometimes', but should be one of none, always, on, off")]
    [InlineData("models:\n  - name: a\n    thinking-fields: {opnai: {on: '{}'}}", "line 3: 'thinking-fields' is 'opnai', but should be a known provider, perhaps openai")]
    [InlineData("models:\n  - name: a\n    thinking-fields:\n      openai: {no: '{}'}", "line 4: unknown key 'no'; did you mean 'on'?")]
    [InlineData("models:\n  - {name: a, modalities: [text, smell]}", "'modalities' is 'smell', but should be text, image, audio or video")]
    [InlineData("models:\n  - {name: a, context: 128k}", "'context' is '128k', but should be a whole number of tokens")]
    [InlineData("models:\n  - {name: a, retired: soon}", "'retired' is 'soon', but should be a date")]
    [InlineData("models:\n  - {name: a, retired: {opnai: 2025-01-01}}", "'retired' is 'opnai', but should be a known provider")]
    [InlineData("models:\n  - {name: a, streaming: never}", "'streaming' is 'never', but should be one of only, both")]
    [InlineData("models:\n  - name: a\n    prices:\n      - {provider: openai, input: 1, output: 1, batch: 2, currency: CNY, date: 2025-01-01, source: x}", "line 4: 'batch' is '2', but should be a share")]
    [InlineData("models:\n  - name: a\n    prices:\n      - {provider: openai, input: 1, output: 1, currency: CNY, date: 2025-01-01, source: x, tiers: [{over: 5, output: 2}]}", "line 4: 'input' is missing")]
    [InlineData("models: {name: a}", "line 1: 'models' should be a list")]
    [InlineData("models:\n  - just text", "line 2: expected 'key: value' lines")]
    [InlineData("models: [", "not valid YAML")]
    public void What_is_wrong_in_a_users_file_is_told_with_its_line(string text, string told)
    {
        var thrown = Assert.Throws<BadInputException>(() => Load(text));
        Assert.StartsWith(file, thrown.Problem.English, StringComparison.Ordinal);
        Assert.Contains(told, thrown.Problem.English, StringComparison.Ordinal);
        Assert.StartsWith(file, thrown.Problem.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_changes_nothing_and_a_missing_one_is_an_error()
    {
        Assert.Equal(Shipped.Models.Count, Load("# nothing yet").Models.Count);
        Assert.Throws<BadInputException>(() => Catalogue.Load(file + ".missing"));
    }

    [Theory]
    [InlineData("gpt-4o-mini", 1000, 500, 400, "0.0030450")] // (600 × 0.15 + 400 × 0.075 + 500 × 0.60) × 7.25 / 10⁶
    [InlineData("DeepSeek-R1", 232, 439, null, "0.0078953225")] // (232 × 0.55 + 439 × 2.19) × 7.25 / 10⁶
    [InlineData("Llama-3.3-70B-Instruct-Turbo", 300, 10, 100, "0.0019778")] // cached tokens cost the same: 310 × 0.88 × 7.25 / 10⁶
    [InlineData("deepseek-chat", 1000, 1000, null, "0.005")] // yuan
    [InlineData("Qwen3-8B", 1000, 1000, null, "0")] // free is known
    public void Costs_are_those_worked_out_by_hand(string name, int prompt, int completion, int? cached, string cost) => Assert.Equal(
        decimal.Parse(cost, CultureInfo.InvariantCulture),
        Shipped.Priced(Shipped.Find(name)!, Day).Price?.InYuan()?.Of(new TokenUsage(prompt, completion) { Cached = cached }));

    [Fact]
    public void A_cost_without_a_price_or_an_exchange_rate_is_unknown()
    {
        Assert.Null(Shipped.Priced(new Model("m", "p", "m"), Day).Price);
        Assert.Null(Shipped.Priced(new Model("m", "p", "m") { Price = new Price(1, 1, "XYZ", new DateOnly(2025, 1, 1), "x") }, Day).Price!.InYuan());
    }

    [Fact]
    public void Models_of_one_provider_share_its_connections_and_an_unknown_provider_is_told()
    {
        var secrets = Secrets.Read(new Dictionary<string, string> { ["OPENAI_API_KEY"] = "k" });
        using var examinees = new Examinees(Shipped, secrets, new CallLimits(), TimeProvider.System);
        using var examinee = examinees.Open(Shipped.Find("gpt-4o")!);
        Assert.Equal("gpt-4o", examinee.Model.Name);
        Assert.Same(examinees.Connect("openai"), examinees.Connect("OpenAI"));
        Assert.Equal("http://127.0.0.1:9/v1", examinees.Connect("http://127.0.0.1:9/v1").Provider.Name);
        Assert.Contains("deepseek", Assert.Throws<BadInputException>(() => examinees.Connect("deepsek")).Message, StringComparison.Ordinal);
        Assert.Contains("DEEPSEEK_API_KEY", Assert.Throws<BadInputException>(() => examinees.Connect("deepseek")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://a.example/v1", "https://a.example/v1/chat/completions")]
    [InlineData("https://a.example/v1/?api-version=2", "https://a.example/v1/chat/completions?api-version=2")]
    public void Paths_go_below_the_endpoint(string endpoint, string address) =>
        Assert.Equal(address, Provider.At(endpoint).Address("chat/completions").ToString());

    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://example.com")]
    public void An_endpoint_must_be_a_web_address(string endpoint) => Assert.Throws<BadInputException>(() => Provider.At(endpoint));

    private Catalogue Load(string text)
    {
        File.WriteAllText(file, text);
        return Catalogue.Load(file);
    }
}
