using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Jinbang.Tests.Pages;

/// <summary>A page that is being read, and what it tried meanwhile.</summary>
public sealed class Visit(IBrowserContext context) : IAsyncDisposable
{
    private IPage? page;

    public IPage Page => page!;

    /// <summary>The addresses that were asked for.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What went wrong: errors of scripts, and dialogs, which only a stranger's script opens.</summary>
    public List<string> Faults { get; } = [];

    public async Task OpenAsync(string file)
    {
        page = await context.NewPageAsync();
        page.Request += (_, request) => Requests.Add(request.Url);
        page.PageError += (_, fault) => Faults.Add(fault);
        page.Console += (_, message) => Faults.AddRange(message.Type == "error" ? [message.Text] : []);
        page.Dialog += async (_, dialog) =>
        {
            Faults.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        await page.GotoAsync(new Uri(file).AbsoluteUri);
    }

    /// <summary>The visible texts of a column's cells in the first table.</summary>
    public async Task<IReadOnlyList<string>> ColumnAsync(string heading)
    {
        var headings = await Page.Locator("table.board").First.Locator("thead th").AllInnerTextsAsync();
        var at = headings.ToList().FindIndex(text => text.StartsWith(heading, StringComparison.Ordinal));
        return await Page.Locator("table.board").First.Locator($"tbody tr:not([hidden]) > :nth-child({at + 1})").AllInnerTextsAsync();
    }

    /// <summary>How far the page can be scrolled sideways, in pixels.</summary>
    public Task<int> SidewaysAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public Task OpenDetailsAsync() => Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");

    /// <summary>The faults that axe finds serious or critical.</summary>
    public async Task<IReadOnlyList<string>> SeriousFaultsAsync()
    {
        // What is in order need not be listed, which takes longer than looking for faults.
        var result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        return [.. result.Violations.Where(fault => fault.Impact is "serious" or "critical")
            .Select(fault => $"{fault.Id}: {string.Join(" | ", fault.Nodes.Take(3).Select(node => node.Html))}")];
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
