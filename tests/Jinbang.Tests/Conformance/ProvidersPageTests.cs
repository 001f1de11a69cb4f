using System.Text;
using Jinbang.Models;

namespace Jinbang.Tests.Conformance;

public sealed class ProvidersPageTests
{
    private static readonly GeneratedTable Table = new("providers.md", "<!-- providers: written by ProvidersPageTests -->");

    [Fact]
    public async Task The_page_lists_every_provider_of_the_catalogue_as_it_is()
    {
        var table = new StringBuilder("| name | provider | dialect | key | told to think | seed | begins with |\n|---|---|---|---|---|---|---|\n");
        foreach (var provider in Catalogue.Load(null).Providers)
        {
            table.Append($"| `{provider.Name}` | [{provider.Title}]({provider.Page}) | {DialectOf(provider)} | {KeyOf(provider)} | {Switch(provider)} |");
            table.Append($" {(provider.SeedField is { } field ? $"`{field}`" : "–")} | {provider.DefaultModel ?? "–"} |\n");
        }

        await Table.ShowsAsync(table.ToString(), TestContext.Current.CancellationToken);
    }

    private static string DialectOf(Provider provider) => provider.Dialect switch
    {
        Dialect.OpenAiChat => "chat completions",
        Dialect.OpenAiResponses => "responses",
        Dialect.Anthropic => "messages",
        Dialect.Gemini => "generateContent",
    };

    private static string KeyOf(Provider provider) => provider.KeyVariable is { } variable ? $"`{variable}`" : $"none; {provider.Endpoint}";

    private static string Switch(Provider provider) => provider.Thinking?.On is { } on ? $"`{on}`" : "–";
}
