using Jinbang.Tests.Cli;
using Jinbang.Tests.Pages;
using Jinbang.Web;
using Microsoft.Playwright;

namespace Jinbang.Tests.Web;

/// <summary>A workspace of its own that is served in this process.</summary>
internal sealed class WebRoom : IAsyncDisposable
{
    private Site? site;

    /// <summary>The workspace.</summary>
    public VerbRoom Room { get; } = new();

    /// <summary>The site.</summary>
    public Site Site => site!;

    /// <summary>Where it is served, without a slash at the end.</summary>
    public string Address => site!.Address.ToString().TrimEnd('/');

    /// <summary>Somebody without cookies.</summary>
    public HttpClient Client { get; private set; } = new();

    /// <summary>Opens the site; what is in the workspace by then is served.</summary>
    public async Task ServeAsync(Func<SiteOptions, SiteOptions>? adjust = null, TimeProvider? time = null)
    {
        var options = new SiteOptions { Folder = Room.Folder, Port = 0 };
        site = await Site.StartAsync(adjust?.Invoke(options) ?? options, time ?? TimeProvider.System, TestContext.Current.CancellationToken);
        Client.Dispose();
        Client = new HttpClient { BaseAddress = site.Address };
    }

    /// <summary>Closes the site, as when the program ends.</summary>
    public async Task CloseAsync()
    {
        await (site?.DisposeAsync() ?? ValueTask.CompletedTask);
        site = null;
    }

    /// <summary>Opens a page in the browser.</summary>
    public Task<Visit> OpenAsync(Chromium chromium, string path, BrowserNewContextOptions? options = null) => chromium.OpenAsync(Address + path, options);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Client.Dispose();
        Room.Dispose();
    }
}
