using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;

namespace Jinbang.Web.Access;

/// <summary>Who may do what, and what every answer tells browsers to refuse.</summary>
internal static class AccessRules
{
    /// <summary>Adds sign-in, policies, limits and the keys of cookies.</summary>
    /// <exception cref="BadInputException"><c>serve.yaml</c> cannot be used.</exception>
    public static void AddAccess(this IServiceCollection services, SiteOptions options)
    {
        if (options.IsPublic)
        {
            AddSessions(services, options);
        }
        else
        {
            services.AddAuthentication(LocalSignIn.Name).AddScheme<AuthenticationSchemeOptions, LocalSignIn>(LocalSignIn.Name, null);
        }

        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Read, policy => policy.RequireRole(Roles.Reader, Roles.Runner, Roles.Admin))
            .AddPolicy(Policies.Run, policy => policy.RequireRole(Roles.Runner, Roles.Admin))
            .AddPolicy(Policies.Administer, policy => policy.RequireRole(Roles.Admin));
        services.AddAntiforgery(forgery =>
        {
            forgery.Cookie.Name = "jinbang-forgery";
            forgery.Cookie.SameSite = SameSiteMode.Strict;
            forgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddDataProtection().SetApplicationName("jinbang").PersistKeysToFileSystem(KeyFolder(options));
        services.AddRateLimits(options);
        services.AddSingleton<AuditLog>();
    }

    /// <summary>Guards every answer, before anything is looked for.</summary>
    public static void UseAccess(this WebApplication app, SiteOptions options)
    {
        app.UseMiddleware<AnswerHeaders>();
        app.UseMiddleware<Faults.FaultAnswers>();
        if (options.IsBehindProxy)
        {
            app.UseForwardedHeaders(Forwarded(options));
        }

        if (!options.IsPublic)
        {
            app.UseMiddleware<HostGuard>();
        }
    }

    /// <summary>Guards what was found: who may, how often, and what is private.</summary>
    public static void UseGuards(this WebApplication app)
    {
        app.UseMiddleware<CrossSiteGuard>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<DeedGuard>();
        app.UseRateLimiter();
        app.UseAntiforgery();
    }

    private static void AddSessions(IServiceCollection services, SiteOptions options)
    {
        var settings = ServeFile.Read(options.Folder);
        services.AddSingleton(settings).AddSingleton<UserBook>().AddSingleton<SignInBrake>().AddSingleton<SignIn>().AddSingleton<Sessions>();
        var authentication = services.AddAuthentication(Sessions.Name).AddCookie(Sessions.Name, cookie =>
        {
            cookie.Cookie.Name = Sessions.CookieName;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            cookie.ExpireTimeSpan = Sessions.Idle;
            cookie.SlidingExpiration = true;
            cookie.EventsType = typeof(Sessions);
        });
        if (settings.Oidc is { } oidc)
        {
            authentication.AddOidc(oidc);
        }
    }

    private static ForwardedHeadersOptions Forwarded(SiteOptions options)
    {
        var forwarded = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
        };
        forwarded.KnownProxies.Add(IPAddress.Loopback);
        forwarded.KnownProxies.Add(IPAddress.IPv6Loopback);
        foreach (var proxy in options.Proxies)
        {
            forwarded.KnownProxies.Add(proxy);
        }

        return forwarded;
    }

    /// <summary>Only the owner may enter: who has a key can make himself anybody.</summary>
    private static DirectoryInfo KeyFolder(SiteOptions options)
    {
        var folder = Path.GetFullPath(Path.Combine(options.Kept, "keys"));
        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
        {
            return Directory.CreateDirectory(folder);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        var made = Directory.CreateDirectory(folder, Own);
        File.SetUnixFileMode(folder, Own);
        return made;
    }
}
