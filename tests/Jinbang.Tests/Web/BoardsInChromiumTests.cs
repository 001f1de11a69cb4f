using Jinbang.Tests.Pages;
using Microsoft.Playwright;

namespace Jinbang.Tests.Web;

public sealed class BoardsInChromiumTests(Chromium chromium, BoardsRoom room) : IClassFixture<Chromium>, IClassFixture<BoardsRoom>
{
    [Fact]
    public async Task Weights_filters_and_order_follow_at_once_and_are_the_address()
    {
        await using var visit = await room.Web.OpenAsync(chromium, "/boards", new() { Locale = "en", ViewportSize = new() { Width = 1280, Height = 900 } });
        var page = visit.Page;
        await page.GetByText("Everything: all together").ClickAsync();
        await page.Locator("summary", new() { HasTextString = "Weights" }).ClickAsync();
        await page.Locator("input[name='w.one']").FillAsync("0");
        await Assertions.Expect(FirstName(page)).ToHaveTextAsync("worst");
        Assert.EndsWith("/boards/Everything?w.one=0", page.Url, StringComparison.Ordinal);

        await page.Locator("table.board input[value='best']").CheckAsync();
        await page.Locator("thead a", new() { HasTextString = "Model" }).ClickAsync();
        await Assertions.Expect(FirstName(page)).ToHaveTextAsync("=1+1");
        await page.Locator("input[name=find]").FillAsync("st");
        await Assertions.Expect(page.Locator("table.board tbody tr")).ToHaveCountAsync(2);
        Assert.True(await page.Locator("table.board input[value='best']").IsCheckedAsync());
        Assert.Contains("sort=model", page.Url, StringComparison.Ordinal);
        Assert.Contains("find=st", page.Url, StringComparison.Ordinal);

        await page.GotoAsync(page.Url);
        Assert.Equal(["best", "worst"], await visit.ColumnAsync("Model"));
        await page.Locator("table.board input[value='best']").CheckAsync();
        await page.Locator("table.board input[value='worst']").CheckAsync();
        Assert.Equal(0, await visit.SidewaysAsync());
        Assert.Empty(await visit.SeriousFaultsAsync());
        await page.GetByText("Compare the ticked").ClickAsync();
        Assert.EndsWith("/compare?model=best&model=worst", page.Url, StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
        Assert.All(visit.Requests, address => Assert.StartsWith(room.Web.Address, address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_that_want_to_break_the_page_are_texts_on_a_phone_too()
    {
        await room.Web.Room.ImportAsync("stray.jsonl", BoardsRoom.Log(MadeUpBoards.Hostile.Select((name, at) => (Quoted(name), at))));
        await BoardsRoom.SoonAsync(async () => (await room.ModelsAsync("/api/boards/stray")).Count > MadeUpBoards.Hostile.Length);
        await using var visit = await room.Web.OpenAsync(chromium, "/boards/stray?lang=zh", new() { ViewportSize = new() { Width = 360, Height = 740 } });
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.querySelector('td.score b').getBoundingClientRect().right < innerWidth"), "The scores are out of sight.");
        await visit.OpenDetailsAsync();
        await visit.Page.Locator("#pictures img").First.ScrollIntoViewIfNeededAsync();
        await BoardsRoom.SoonAsync(() => visit.Page.EvaluateAsync<bool>("document.querySelector('#pictures img').naturalWidth > 0"));

        Assert.Equal(0, await visit.SidewaysAsync());
        Assert.Empty(await visit.SeriousFaultsAsync());
        Assert.Empty(visit.Faults);
        Assert.False(await visit.Page.EvaluateAsync<bool>("'hacked' in window"));
        Assert.All(visit.Requests, address => Assert.StartsWith(room.Web.Address, address, StringComparison.Ordinal));
    }

    private static ILocator FirstName(IPage page) => page.Locator("table.board tbody th").First;

    // Files hold no half of a character.
    private static string Quoted(string name) => $"\"{name.Replace("\uD83D", "", StringComparison.Ordinal).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
