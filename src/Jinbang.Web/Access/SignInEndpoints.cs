using Jinbang.Web.Layout;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace Jinbang.Web.Access;

/// <summary>Signing in with a password, and signing out.</summary>
internal static class SignInEndpoints
{
    /// <summary>Maps them, on a public site.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder app, RouteGroupBuilder api)
    {
        app.MapPost("/sign-in", async ([FromForm] string? name, [FromForm] string? password, [FromForm] string? back, SignIn door, HttpContext context) =>
                await door.TryAsync(name ?? "", password ?? "", context) ? new SeeOther(LocalAddress.Of(back))
                : context.Response.StatusCode is StatusCodes.Status429TooManyRequests ? Results.Empty
                : new SeeOther("/sign-in?fault=wrong&back=" + Uri.EscapeDataString(LocalAddress.Of(back))))
            .AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/sign-out", async ([FromForm] string? back, HttpContext context, Sessions sessions, AuditLog audit) =>
        {
            audit.Record(context.User.Identity?.Name ?? "", "sign-out", new Dictionary<string, object?>());
            sessions.End(context.User);
            await context.SignOutAsync(Sessions.Name);
            return new SeeOther(LocalAddress.Of(back));
        }).RequireAuthorization().ExcludeFromDescription();
        api.MapPost("/sign-in", async (Credentials given, SignIn door, HttpContext context) =>
                await door.TryAsync(given.Name, given.Password, context) ? Results.NoContent()
                : context.Response.StatusCode is StatusCodes.Status429TooManyRequests ? Results.Empty
                : Results.StatusCode(StatusCodes.Status401Unauthorized))
            .AllowAnonymous().WithSummary("Sign in with a name and a password; the session is a cookie.");
    }
}
