using Jinbang.Tests.Pages;
using Microsoft.Playwright;

namespace Jinbang.Tests.Web;

public sealed class RunFlowTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task A_run_is_planned_started_watched_paused_resumed_and_ended_by_hand()
    {
        await using var room = await RunRoom.OpenAsync(40, "150ms", 2);
        await room.ServeAsync();
        await using var visit = await room.Web.OpenAsync(chromium, "/runs/new");
        var page = visit.Page;
        await page.GetByLabel("Budget (yuan)").FillAsync("5");
        await page.GetByLabel("Model or house").FillAsync("strong");
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "sim-weak" }).First).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "sim-strong" }).First.CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "first" }).CheckAsync();
        Assert.Empty(await visit.SeriousFaultsAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Show what it would cost" }).ClickAsync();
        await page.GetByText("40 questions tell apart").WaitForAsync();
        Assert.Equal(0, room.Server.Stats.Requests);
        Assert.Empty(await visit.SeriousFaultsAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Start, spending at most" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await page.Locator(".state .tag", new() { HasText = "paused" }).WaitForAsync();
        Assert.Empty(await visit.SeriousFaultsAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.Locator(".state .tag", new() { HasText = "finished" }).WaitForAsync();
        await page.GetByText("40 / 40").First.WaitForAsync();

        Assert.Equal((40L, 0L), (room.Server.Stats.Paid, room.Server.Stats.Repeated));
        Assert.Empty(visit.Faults);
        Assert.All(visit.Requests, address => Assert.StartsWith(room.Web.Address, address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stranger_finds_the_best_model_for_a_hostile_test_set_on_a_telephone_in_chinese()
    {
        await using var room = await RunRoom.OpenAsync(1, "10ms", 8);
        await room.ServeAsync();
        await using var visit = await room.Web.OpenAsync(chromium, "/select", new() { ViewportSize = new() { Width = 360, Height = 780 }, Locale = "zh-CN", ColorScheme = ColorScheme.Dark });
        var page = visit.Page;
        var questions = string.Join('\n', Enumerable.Range(0, 30).Select(number =>
            $$"""{"question":"第 {{number}} 题 <script>alert(1)</script><img src=x onerror=alert(2)>：哪个数紧跟在 {{number}} 之后？","options":{"A":"{{number + 1}}","B":"{{number + 9}}"},"answer":"A"}"""));
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "<script>alert(3)</script>.jsonl", MimeType = "application/jsonl", Buffer = System.Text.Encoding.UTF8.GetBytes(questions) });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传并检查" }).ClickAsync();
        await page.GetByText("30 题大约能区分").WaitForAsync();
        Assert.Empty(await visit.SeriousFaultsAsync());
        foreach (var model in new[] { "sim-strong", "sim-weak" })
        {
            await page.GetByRole(AriaRole.Checkbox, new() { Name = model }).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "查看花费" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始" }).ClickAsync();
        await page.Locator(".advice .lead", new() { HasText = "推荐" }).WaitForAsync();
        await page.Locator(".state .tag", new() { HasText = "已完成" }).WaitForAsync();
        Assert.Equal(0, await visit.SidewaysAsync());
        Assert.Empty(await visit.SeriousFaultsAsync());

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByText("下载报告").ClickAsync());
        var report = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains("sim-strong", report, StringComparison.Ordinal);
        Assert.Contains("问题作答：", report, StringComparison.Ordinal);
        Assert.Contains("&lt;script>alert(1)", report.Replace("&gt;", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", report, StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
        Assert.All(visit.Requests, address => Assert.StartsWith(room.Web.Address, address, StringComparison.Ordinal));
    }
}
