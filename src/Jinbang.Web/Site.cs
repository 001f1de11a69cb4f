using System.Net;
using Jinbang.Web.Access;
using Jinbang.Web.Assets;
using Jinbang.Web.Boards;
using Jinbang.Web.Cases;
using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;
using Scalar.AspNetCore;

namespace Jinbang.Web;

/// <summary>A workspace's boards, bad cases, runs and models as pages and as a JSON interface.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication app;

    private Site(WebApplication app) => this.app = app;

    /// <summary>Where it is open, such as http://127.0.0.1:5230.</summary>
    public Uri Address => new(app.Urls.First());

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
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = typeof(Site).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Listen(options.IsPublic ? IPAddress.Any : IPAddress.Loopback, options.Port);
        });
        AddServices(builder.Services, options, time);
        var app = builder.Build();
        Use(app);
        return app;
    }

    private static void AddServices(IServiceCollection services, SiteOptions options, TimeProvider time)
    {
        services.AddSingleton(options).AddSingleton(time);
        services.AddSingleton<OpenWorkspace>();
        services.AddRouting();
        services.AddHttpContextAccessor();
        services.AddRazorComponents();
        services.AddScoped<Reader>();
        services.AddOpenApi();
        services.AddAccess(options);
        services.AddCases();
    }

    private static void Use(WebApplication app)
    {
        app.UseAccess();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapAssets();
        app.MapReaderSettings();
        app.MapOpenApi("/api/openapi.json");
        app.MapScalarApiReference("/api/docs");
        var api = app.MapGroup("/api");
        app.MapBoards(api);
        app.MapCases(api);
        app.MapRazorComponents<Document>();
    }
}
