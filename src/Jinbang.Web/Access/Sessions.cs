using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Jinbang.Web.Access;

/// <summary>Who is signed in stays so for an hour after the last page and for twelve hours at most, as long as the user's role and
/// password are what they were, and until signing out.</summary>
/// <param name="users">Who may sign in.</param>
/// <param name="settings">Who else says who somebody is.</param>
/// <param name="time">The clock.</param>
internal sealed class Sessions(UserBook users, ServeFile settings, TimeProvider time) : CookieAuthenticationEvents
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "session";

    /// <summary>The cookie that holds it.</summary>
    public const string CookieName = "jinbang-session";

    /// <summary>How long a session lasts without a page.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private const string Stamp = "stamp";
    private const string Issuer = "issuer";
    private const string Since = "since";
    private const string Id = "session";

    private readonly ConcurrentDictionary<string, DateTimeOffset> ended = new();

    /// <summary>Somebody whose password was right.</summary>
    public static ClaimsPrincipal Of(SiteUser user) => Of(user.Name, user.Role, user.Stamp, "users");

    /// <summary>Somebody for whom the provider stands.</summary>
    public static ClaimsPrincipal Of(string name, string role, OidcSettings oidc) => Of(name, role, oidc.Stamp, "oidc");

    /// <summary>Ends a session for everybody who has its cookie. One without an id cannot be told from others: it ends by itself.</summary>
    public void End(ClaimsPrincipal user)
    {
        var now = time.GetUtcNow();
        foreach (var old in ended.Where(old => now - old.Value > Longest))
        {
            ended.TryRemove(old);
        }

        if (user.FindFirstValue(Id) is { } id)
        {
            ended[id] = now;
        }
    }

    /// <inheritdoc/>
    public override Task SigningIn(CookieSigningInContext context)
    {
        context.Properties.SetString(Since, time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var user = context.Principal!;
        var stamp = user.FindFirstValue(Issuer) is "oidc" ? settings.Oidc?.Stamp : users.Find(user.FindFirstValue(ClaimTypes.Name) ?? "")?.Stamp;
        var isFresh = DateTimeOffset.TryParse(context.Properties.GetString(Since), CultureInfo.InvariantCulture, out var since)
            && time.GetUtcNow() - since < Longest;
        if (!isFresh || (user.FindFirstValue(Id) is { } id && ended.ContainsKey(id)) || stamp is null || stamp != user.FindFirstValue(Stamp))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Name);
        }
    }

    /// <inheritdoc/>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsForPrograms(context.Request) || !CrossSiteGuard.IsReading(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            context.Response.Redirect("/sign-in?back=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static ClaimsPrincipal Of(string name, string role, string stamp, string issuer) => new(new ClaimsIdentity(
        [new(ClaimTypes.Name, name), new(ClaimTypes.Role, role), new(Stamp, stamp), new(Issuer, issuer), new(Id, RandomNumberGenerator.GetHexString(32))], Name));
}
