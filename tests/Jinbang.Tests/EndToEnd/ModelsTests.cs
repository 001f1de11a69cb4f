using System.Text.Json;

namespace Jinbang.Tests.EndToEnd;

public sealed class ModelsTests : IDisposable
{
    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task Models_are_listed_by_what_is_wished()
    {
        stranger.Environment["DEEPSEEK_API_KEY"] = "not-to-be-shown";
        var said = (await stranger.RunAsync("models", "deepseek", "--key", "--max-price", "5", "--open", "--sort", "name", "--json")).Expect(0);

        using var document = JsonDocument.Parse(said.Output);
        var models = document.RootElement.GetProperty("models").EnumerateArray().ToList();
        Assert.NotEmpty(models);
        Assert.All(models, model =>
        {
            Assert.Contains("deepseek", model.GetProperty("keys").EnumerateArray().Select(key => key.GetString()));
            Assert.InRange(model.GetProperty("outputYuan").GetDecimal(), 0, 5);
            Assert.Equal("open", model.GetProperty("openness").GetString());
        });
        Assert.Equal(models.Select(Name).Order(StringComparer.OrdinalIgnoreCase), models.Select(Name));
        Assert.DoesNotContain("not-to-be-shown", said.Output + said.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_is_shown_with_its_prices_days_and_the_days_rate()
    {
        stranger.Write("fx.yaml", "rates: [{currency: USD, yuan: 7.01, date: 2026-01-02, source: bank}]");
        stranger.Write("jinbang.yaml", "fx: fx.yaml");

        (await stranger.RunAsync("models", "show", "gpt-4.1-mini", "--lang", "zh"))
            .Expect(0).Names("openai/gpt-4.1-mini", "OPENAI_API_KEY", "2025-08-01", "https://openai.com/api/pricing/", "7.01 (2026-01-02)");
        var card = JsonDocument.Parse((await stranger.RunAsync("models", "show", "GPT-4.1-MINI", "--json")).Expect(0).Output).RootElement;
        Assert.Equal("gpt-4.1-mini", Name(card.GetProperty("model")));
    }

    [Theory]
    [InlineData("gpt-4.1-mini", "show", "gpt-4.1-mimi")]
    [InlineData("deepseek-chat", "show", "deepsek")]
    [InlineData("siliconflow", "--provider", "silicon")]
    [InlineData("--sort", "--sort", "beauty")]
    public async Task What_is_not_known_is_answered_by_what_may_be_meant(string meant, params string[] words) =>
        (await stranger.RunAsync(["models", .. words])).Expect(2).Names(meant);

    private static string Name(JsonElement model) => model.GetProperty("name").GetString()!;
}
