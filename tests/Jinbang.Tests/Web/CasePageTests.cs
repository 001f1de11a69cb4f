using Jinbang.Tests.Pages;
using Microsoft.Playwright;

namespace Jinbang.Tests.Web;

public sealed class CasePageTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private CaseRoom room = null!;

    public async ValueTask InitializeAsync() => room = await CaseRoom.ServeAsync();

    public ValueTask DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task Cases_are_searched_walked_through_by_keys_and_marked()
    {
        await using var visit = await room.Web.OpenAsync(chromium, "/cases?lang=en&exam=physics&verdict=all", new() { ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = visit.Page;
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("光");
        await Assertions.Expect(page.Locator("#found [role=status]")).ToHaveTextAsync("2 replies");
        Assert.Equal(["光", "光", "光"], await page.Locator("#found mark").AllInnerTextsAsync());
        Assert.Contains("q=%E5%85%89", page.Url, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Escape");
        Assert.Empty(await visit.SeriousFaultsAsync());

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/cases/*");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("slow");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("swift");
        // Keys are heard once the page's script has come.
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync("?");
        await Assertions.Expect(page.Locator("dialog.keys")).ToContainTextAsync("Previous");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("slow");

        await page.GetByLabel("partial", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Points").FillAsync("0.5");
        await page.GetByLabel("Your name").FillAsync("安");
        await page.GetByLabel("Reason").FillAsync("说对了一半 <b>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mark", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice.good")).ToContainTextAsync("boards count by it");
        await Assertions.Expect(page.Locator("p.mark")).ToContainTextAsync("说对了一半 <b>");
        Assert.Empty(await visit.SeriousFaultsAsync());
        Assert.Empty(visit.Faults);
        Assert.All(visit.Requests, address => Assert.StartsWith(room.Web.Address, address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hostile_replies_are_text_on_a_phone_in_the_dark_too()
    {
        var key = await room.KeyAsync("?q=desrever&verdict=all");
        await using var visit = await room.Web.OpenAsync(
            chromium, "/cases?lang=zh&q=desrever&verdict=all", new() { ViewportSize = new() { Width = 360, Height = 740 }, ColorScheme = ColorScheme.Dark });
        Assert.Contains("<img src=x onerror=alert(2)>", await visit.Page.Locator(".found .reply").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await visit.SidewaysAsync());
        Assert.Empty(await visit.SeriousFaultsAsync());

        await visit.Page.GotoAsync($"{room.Web.Address}/cases/{key}?lang=zh");
        var reply = await visit.Page.Locator("section pre").Last.InnerTextAsync();
        Assert.StartsWith("<script>alert(1)</script><img src=x onerror=alert(2)>⟨U+001B⟩", reply, StringComparison.Ordinal);
        Assert.Equal(0, await visit.SidewaysAsync());
        Assert.Empty(await visit.SeriousFaultsAsync());
        Assert.Empty(visit.Faults);
    }
}
