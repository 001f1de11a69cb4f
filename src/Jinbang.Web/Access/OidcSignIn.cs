using System.Security.Claims;
using Jinbang.Web.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Jinbang.Web.Access;

/// <summary>Signing in at an OpenID Connect provider: by code, with PKCE, state and nonce.</summary>
internal static class OidcSignIn
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "oidc";

    /// <summary>Adds the scheme.</summary>
    public static void AddOidc(this AuthenticationBuilder builder, OidcSettings settings) => builder.AddOpenIdConnect(Name, options =>
    {
        options.Authority = settings.Authority.AbsoluteUri;
        options.RequireHttpsMetadata = !settings.Authority.IsLoopback;
        options.ClientId = settings.Client;
        options.ClientSecret = settings.Secret;
        options.SignInScheme = Sessions.Name;
        options.CallbackPath = "/sign-in/oidc/done";
        options.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as a link, so that its cookies need not cross sites.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.Always;
        options.MapInboundClaims = false;
        options.TokenValidationParameters.NameClaimType = settings.Name;
        options.Scope.Clear();
        foreach (var scope in settings.Scopes.Prepend("openid"))
        {
            options.Scope.Add(scope);
        }

        options.Events = new OpenIdConnectEvents
        {
            OnTokenValidated = context =>
            {
                Admit(context, settings);
                return Task.CompletedTask;
            },
            OnRemoteFailure = Refuse,
        };
    });

    /// <summary>Maps the link that leads there.</summary>
    public static void MapOidc(this IEndpointRouteBuilder app) =>
        app.MapGet("/sign-in/oidc", (string? back) => Results.Challenge(new() { RedirectUri = LocalAddress.Of(back) }, [Name])).ExcludeFromDescription();

    private static void Admit(TokenValidatedContext context, OidcSettings settings)
    {
        var name = context.Principal!.FindFirstValue(settings.Name) ?? context.Principal!.FindFirstValue("sub")!;
        var audit = context.HttpContext.RequestServices.GetRequiredService<AuditLog>();
        if (settings.RoleOf(context.Principal!) is not { } role)
        {
            audit.Record(name, "sign-in.refused", new Dictionary<string, object?> { ["by"] = settings.Authority.Host });
            context.Fail("no role");
            return;
        }

        audit.Record(name, "sign-in", new Dictionary<string, object?> { ["by"] = settings.Authority.Host, ["role"] = role });
        context.Principal = Sessions.Of(name, role, settings);
    }

    private static Task Refuse(RemoteFailureContext context)
    {
        context.Response.Redirect("/sign-in?fault=provider");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
