using Jinbang.Models;

namespace Jinbang.Tests.Models;

public sealed class BatchTermsTests
{
    [Theory]
    [InlineData("openai", BatchForm.OpenAiFiles, "/v1/chat/completions", 0.5)]
    [InlineData("openai-responses", BatchForm.OpenAiFiles, "/v1/responses", 0.5)]
    [InlineData("anthropic", BatchForm.Anthropic, "/v1/chat/completions", 0.5)]
    [InlineData("dashscope", BatchForm.OpenAiFiles, "/v1/chat/completions", 0.5)]
    [InlineData("zhipu", BatchForm.OpenAiFiles, "/v4/chat/completions", 0.5)]
    [InlineData("moonshot", BatchForm.OpenAiFiles, "/v1/chat/completions", 0.6)]
    public void The_catalogue_knows_how_providers_take_batches(string name, BatchForm form, string url, double share)
    {
        var terms = Catalogue.Load(null).Provider(name)!.Batch!;

        Assert.Equal((form, url, (decimal)share), (terms.Form, terms.Url, terms.PriceShare));
    }

    [Theory]
    [InlineData("{form: openai}", "form")]
    [InlineData("{url: /v1}", "form")]
    [InlineData("{form: anthropic, price-share: 2}", "price-share")]
    [InlineData("{form: anthropic, requests: 0}", "requests")]
    [InlineData("{form: anthropic, sise: 3}", "sise")]
    public void What_cannot_be_is_refused_with_its_line(string batch, string named)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, $"providers:\n  - name: mine\n    endpoint: http://127.0.0.1:1/v1\n    batch: {batch}\n");

        var fault = Assert.Throws<BadInputException>(() => Catalogue.Load(file));

        File.Delete(file);
        Assert.Contains($"'{named}'", fault.Problem.English, StringComparison.Ordinal);
        Assert.Contains("line 4", fault.Problem.English, StringComparison.Ordinal);
    }
}
