using System.Text.Encodings.Web;
using System.Text.Unicode;
using Jinbang.Web.Access;
using Jinbang.Web.Api;
using Jinbang.Web.Asking;
using Jinbang.Web.Assets;
using Jinbang.Web.Boards;
using Jinbang.Web.Cases;
using Jinbang.Web.Comparing;
using Jinbang.Web.Exams;
using Jinbang.Web.Layout;
using Jinbang.Web.Models;
using Jinbang.Web.Runs;
using Jinbang.Web.Selecting;
using Jinbang.Web.Sharing;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web;

/// <summary>A workspace's boards, bad cases, runs and models as pages and as a JSON interface.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication app;

    private Site(WebApplication app) => this.app = app;

    /// <summary>Where it is open, such as http://127.0.0.1:5230.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Everything that can be asked for.</summary>
    internal IReadOnlyList<Endpoint> Endpoints => app.Services.GetRequiredService<EndpointDataSource>().Endpoints;

    /// <summary>Opens the workspace and serves it.</summary>
    /// <exception cref="BadInputException">The workspace cannot be used, or the port is taken.</exception>
    public static async Task<Site> StartAsync(SiteOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        var app = Build(options, time);
        try
        {
            // A workspace that cannot be used is said before anybody is let in.
            app.Services.GetRequiredService<OpenWorkspace>();
            await app.StartAsync(cancellationToken);
            return new Site(app);
        }
        catch (IOException problem)
        {
            await app.DisposeAsync();
            throw new BadInputException(new(
                $"Port {options.Port} cannot be used ({problem.Message}); choose another with --port, or 0 for a free one.",
                $"无法使用端口 {options.Port}（{problem.Message}）；请用 --port 换一个，或用 0 自动选择。"), problem);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends when the site is asked to, or when the token is cancelled.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => app.WaitForShutdownAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static WebApplication Build(SiteOptions options, TimeProvider time)
    {
        Listening.Check(options);
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = typeof(Site).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(server => Listening.Configure(server, options));
        builder.Logging.AddSimpleConsole().AddFilter("Microsoft", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Authentication", LogLevel.Critical).SetMinimumLevel(LogLevel.Warning);
        AddServices(builder.Services, options, time);
        var app = builder.Build();
        Use(app, options);
        return app;
    }

    private static void AddServices(IServiceCollection services, SiteOptions options, TimeProvider time)
    {
        services.AddSingleton(options).AddSingleton(time);
        services.AddSingleton<OpenWorkspace>().AddHostedService<WorkspaceFollowing>();
        services.AddRouting();
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        // Chinese stands in pages as it is, not as numbers.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddScoped<Reader>();
        services.AddApiDocument();
        services.AddAccess(options);
        // Uploads are known before runs go on that ask them.
        services.AddSelecting();
        services.AddRuns();
        services.AddCluster();
        services.AddModels();
        services.AddExams();
        services.AddComparing();
        services.AddAsking();
        services.AddBoards();
        services.AddCases();
    }

    private static void Use(WebApplication app, SiteOptions options)
    {
        app.UseAccess(options);
        app.UseRouting();
        app.UseGuards();
        app.MapAssets();
        app.MapReaderSettings();
        app.MapApiPage();
        var api = app.MapGroup("/api");
        app.MapAccess(api, options);
        app.MapBoards(api);
        app.MapCases(api);
        app.MapRuns(api);
        app.MapCluster(api);
        app.MapSelecting(api);
        api.MapModels();
        api.MapExams();
        api.MapComparing();
        app.MapAsking(api);
        app.MapPages();
    }
}
