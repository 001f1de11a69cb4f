using System.Net;
using Jinbang.Tests.Pages;

namespace Jinbang.Tests.Web;

public sealed class SiteTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly WebRoom room = new();

    public async ValueTask InitializeAsync() => await room.ServeAsync();

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Language_and_theme_that_are_chosen_hold_on_the_next_page()
    {
        await using var visit = await room.OpenAsync(chromium, "/boards");
        await visit.Page.GetByText("中文").ClickAsync();
        await visit.Page.GetByText("深色").ClickAsync();
        await visit.Page.GotoAsync(room.Address + "/boards");

        Assert.Equal("榜单", await visit.Page.Locator("h1").InnerTextAsync());
        Assert.Equal("dark", await visit.Page.Locator("html").GetAttributeAsync("data-theme"));
        Assert.Empty(visit.Faults);
        Assert.All(visit.Requests, address => Assert.StartsWith(room.Address, address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    public async Task A_choice_never_leads_away(string back)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        using var answer = await client.GetAsync($"{room.Address}/settings?theme=dark&back={Uri.EscapeDataString(back)}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }
}
