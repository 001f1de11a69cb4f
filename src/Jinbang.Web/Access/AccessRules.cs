using Microsoft.AspNetCore.Authentication;

namespace Jinbang.Web.Access;

/// <summary>Who may do what, and what every answer tells browsers to refuse.</summary>
internal static class AccessRules
{
    // Pictures are drawn by this program; figures within them are placed by attributes of style.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds sign-in and the policies.</summary>
    public static void AddAccess(this IServiceCollection services, SiteOptions options)
    {
        services.AddAuthentication(LocalSignIn.Name).AddScheme<AuthenticationSchemeOptions, LocalSignIn>(LocalSignIn.Name, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Policies.Read, policy => policy.RequireRole(Roles.Reader, Roles.Runner, Roles.Admin))
            .AddPolicy(Policies.Run, policy => policy.RequireRole(Roles.Runner, Roles.Admin))
            .AddPolicy(Policies.Administer, policy => policy.RequireRole(Roles.Admin));
        services.AddAntiforgery();
        services.AddSingleton<AuditLog>();
    }

    /// <summary>Guards every answer.</summary>
    public static void UseAccess(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    });
}
