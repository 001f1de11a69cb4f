using Jinbang.Simulator;
using Jinbang.Simulator.Faults;
using Jinbang.Simulator.Pacing;
using Jinbang.Tests.Pages;
using Microsoft.Playwright;

namespace Jinbang.Tests.Web;

public sealed class DetailWalkTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly BrowserNewContextOptions Desk = new() { Locale = "en", ViewportSize = new() { Width = 1280, Height = 900 } };

    private static readonly BrowserNewContextOptions Phone = new() { Locale = "zh-CN", ColorScheme = ColorScheme.Dark, ViewportSize = new() { Width = 360, Height = 740 } };

    [Fact]
    public async Task Every_page_reads_on_a_desk_and_on_a_phone_whatever_is_in_the_data()
    {
        await using var room = new WebRoom();
        await DetailRoom.FillAsync(room);
        await room.ServeAsync();
        var hostile = Uri.EscapeDataString(DetailRoom.Hostile);
        string[] pages =
        [
            "/models?q=qwen3", "/models/DeepSeek-V3.2", "/models/" + hostile, "/exams", "/exams/first", "/exams/first/questions/q1",
            $"/compare?model=strong&model={hostile}&model=weak", "/ask",
        ];
        foreach (var (device, isPhone) in new[] { (Desk, false), (Phone, true) })
        {
            await using var visit = await room.OpenAsync(chromium, pages[0], device);
            foreach (var page in pages)
            {
                await visit.Page.GotoAsync(room.Address + page);
                await visit.OpenDetailsAsync();
                Assert.Equal(0, await visit.SidewaysAsync());
                Assert.Equal([], await visit.SeriousFaultsAsync());
                Assert.Equal(isPhone ? "zh" : "en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
            }

            Assert.Empty(visit.Faults);
            Assert.All(visit.Requests, address => Assert.StartsWith(room.Address, address, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Lists_follow_their_filters_and_the_address_follows_too()
    {
        await using var room = new WebRoom();
        await DetailRoom.FillAsync(room);
        await room.ServeAsync();
        await using var visit = await room.OpenAsync(chromium, "/models", Desk);

        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("deepseek*");
        await visit.Page.WaitForURLAsync("**/models?q=deepseek*");
        var names = await visit.Page.Locator("#models tbody th a").AllInnerTextsAsync();
        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.StartsWith("deepseek", name, StringComparison.OrdinalIgnoreCase));

        await visit.Page.GotoAsync(room.Address + "/exams/first");
        await visit.Page.GetByLabel("Flag").SelectOptionAsync("everyone");
        await visit.Page.WaitForURLAsync("**flag=everyone*");
        Assert.Equal("20 questions", await visit.Page.Locator("#questions [role=status]").InnerTextAsync());
        await visit.Page.Locator("#questions tbody a").First.ClickAsync();
        await visit.Page.GetByText("Who got what").WaitForAsync();
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_told_of()
    {
        await using var room = new WebRoom();
        room.Room.Write("jinbang.yaml", "models: [{name: one, endpoint: \"http://127.0.0.1:9/v1\", price: {input: 1, output: 1, currency: CNY, date: 2026-11-01}}]\n");
        await room.ServeAsync();
        // Where the audit log cannot be written, the server fails once the answers have begun.
        Directory.CreateDirectory(room.Room.Path(".jinbang/audit.jsonl"));
        await using var visit = await room.OpenAsync(chromium, "/ask?model=one", Desk);

        await visit.Page.GetByLabel("Prompt", new() { Exact = true }).FillAsync("1+1?");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();

        await visit.Page.Locator("#answers [data-slot=problem]").GetByText("It broke off").WaitForAsync();
        Assert.Equal("failed", await visit.Page.Locator("#answers [data-slot=status]").InnerTextAsync());
        await room.CloseAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await visit.Page.Locator("#answers [data-slot=problem]").GetByText("It broke off").WaitForAsync();
    }

    [Fact]
    public async Task Answers_stand_side_by_side_while_they_come_and_the_cap_holds()
    {
        await using var server = await SimulatedProvider.StartAsync(
            new() { Models = [new("one"), new("broken") { Faults = [new(Fault.Parse("500"), 1)] }], Latency = Latency.Parse("2s"), Verbosity = 60 }, TimeProvider.System, Token);
        await using var room = new WebRoom();
        room.Room.Write("jinbang.yaml", "models:\n" + string.Concat(new[] { "one", "broken" }.Select(name =>
            $"  - {{name: {name}, endpoint: \"{server.Endpoint}\", price: {{input: 10, output: 1000, currency: CNY, date: 2026-11-01}}}}\n")));
        await room.ServeAsync();
        await using var visit = await room.OpenAsync(chromium, "/ask?model=one&model=broken", Desk);

        await visit.Page.GetByLabel("Prompt", new() { Exact = true }).FillAsync("<b>1+1?</b>");
        await visit.Page.Locator("#cost .bad").GetByText("more than the cap").WaitForAsync();
        await visit.Page.GetByLabel("Most tokens of a reply").FillAsync("200");
        await visit.Page.Locator("#cost .good").WaitForAsync();
        Assert.Equal(0, server.Stats.Requests);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        var text = visit.Page.Locator("#answers article").First.Locator("[data-slot=text]");
        await visit.Page.Locator("#answers [data-slot=text]", new() { HasTextRegex = new(".{9,}") }).First.WaitForAsync();
        var early = await text.TextContentAsync();
        Assert.Equal("answering …", await visit.Page.Locator("#answers [data-slot=status]").First.InnerTextAsync());
        await visit.Page.Locator("#answers [data-slot=status]").First.GetByText("replied").WaitForAsync();
        Assert.True((await text.TextContentAsync())!.Length > early!.Length);
        Assert.StartsWith("¥", await visit.Page.Locator("#answers [data-slot=cost]").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("failed", await visit.Page.Locator("#answers [data-slot=status]").Nth(1).InnerTextAsync());
        Assert.NotEmpty(await visit.Page.Locator("#answers [data-slot=problem]").Nth(1).InnerTextAsync());
        Assert.Equal([], await visit.SeriousFaultsAsync());
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task Without_script_the_answers_come_as_a_page()
    {
        await using var server = await SimulatedProvider.StartAsync(new() { Models = [new("one")] }, TimeProvider.System, Token);
        await using var room = new WebRoom();
        room.Room.Write("jinbang.yaml", $"models:\n  - {{name: one, endpoint: \"{server.Endpoint}\"}}\n");
        await room.ServeAsync();
        await using var visit = await room.OpenAsync(chromium, "/ask?model=one", new() { Locale = "zh-CN", JavaScriptEnabled = false });

        await visit.Page.GetByLabel("提示词", new() { Exact = true }).FillAsync("1+1?");
        await visit.Page.GetByText("提问", new() { Exact = true }).ClickAsync();
        Assert.Contains("价格未知", await visit.Page.Locator("#cost").InnerTextAsync(), StringComparison.Ordinal);
        await visit.Page.GetByText("允许价格未知").ClickAsync();
        await visit.Page.GetByText("提问", new() { Exact = true }).ClickAsync();

        Assert.Equal("已回复", await visit.Page.Locator("#answers [data-slot=status]").InnerTextAsync());
        Assert.NotEmpty(await visit.Page.Locator("#answers [data-slot=text]").InnerTextAsync());
    }
}
