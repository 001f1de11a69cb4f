using Microsoft.Playwright;

namespace Jinbang.Tests.Pages;

/// <summary>One browser for all tests of pages.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (File.Exists(Program))
        {
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        playwright?.Dispose();
    }

    /// <summary>Opens a file as a reader would.</summary>
    public async Task<Visit> OpenAsync(string file, BrowserNewContextOptions? options = null)
    {
        if (browser is null)
        {
            Component.Missing("Chromium is absent (apt-get install chromium).");
        }

        var visit = new Visit(await browser.NewContextAsync(options));
        await visit.OpenAsync(file);
        return visit;
    }
}
