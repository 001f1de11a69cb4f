using Jinbang.Runs;
using Microsoft.Playwright;

namespace Jinbang.Bench.Gallery;

/// <summary>Pictures of what is shown when something goes wrong: a prompt over its cap, a model out of reach, a server that fails.</summary>
internal static class FaultPages
{
    private const string Model = "Out-of-reach";

    /// <summary>Takes them, over a workspace of their own.</summary>
    public static async Task TakeAsync(Photographer photographer, CancellationToken cancellationToken)
    {
        var workspace = Directory.CreateTempSubdirectory("jinbang-gallery-").FullName;
        File.WriteAllText(Path.Combine(workspace, Workspace.FileName), $$"""
            models: [{name: {{Model}}, endpoint: "http://127.0.0.1:9/v1", price: {input: 1, output: 4, currency: CNY, date: 2026-01-01} }]

            """);
        using (var site = await ServedSite.OpenAsync(workspace, [], cancellationToken))
        {
            var address = new Uri(site.Address, $"/ask?model={Model}");
            await photographer.ShootAsync("ask-refused", address, page => RefuseAsync(page));
            await photographer.ShootAsync("ask-failed", address, page => FailAsync(page));
            // Where the audit log cannot be written, nothing may be spent.
            var log = Path.Combine(workspace, ".jinbang", "audit.jsonl");
            File.Delete(log);
            Directory.CreateDirectory(log);
            await photographer.ShootAsync("failed", address, page => SubmitAsync(page));
            await photographer.ShootAsync("ask-broken", address, page => BreakAsync(page));
        }

        Directory.Delete(workspace, recursive: true);
    }

    private static async Task RefuseAsync(IPage page)
    {
        await WriteAsync(page);
        await page.Locator("input[name=cap]").FillAsync("0.0001");
        await page.Locator("#cost .notice.bad").WaitForAsync();
    }

    private static async Task FailAsync(IPage page)
    {
        await WriteAsync(page);
        await page.Locator("button[value=ask]").ClickAsync();
        await page.Locator("[data-slot=problem]:not(:empty)").WaitForAsync();
    }

    // Without its script the page leads to the server's answer.
    private static async Task SubmitAsync(IPage page)
    {
        await WriteAsync(page);
        await page.EvaluateAsync("document.querySelector('form.asking').submit()");
        await page.Locator("form.asking").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task BreakAsync(IPage page)
    {
        await WriteAsync(page);
        await page.Locator("button[value=ask]").ClickAsync();
        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
    }

    private static Task WriteAsync(IPage page) => page.Locator("textarea[name=prompt]").FillAsync("Why does ice float?");
}
