using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Jinbang.Web.Access;

/// <summary>Lets in who has the right password, and makes others wait.</summary>
/// <param name="users">Who may sign in.</param>
/// <param name="brake">Who must wait.</param>
/// <param name="audit">What is recorded.</param>
internal sealed class SignIn(UserBook users, SignInBrake brake, AuditLog audit)
{
    private const int LongestName = 64;

    /// <summary>Tries a name and a password; on success the answer carries the session.</summary>
    /// <returns>Whether they were right. When it is too soon for another try, the answer's status is 429 then.</returns>
    public async Task<bool> TryAsync(string name, string password, HttpContext context)
    {
        name = name.Length <= LongestName ? name.Trim() : name[..LongestName];
        var address = RateLimits.AddressOf(context);
        if (brake.Begin(name, address) is { } wait)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return false;
        }

        if (await users.FindAsync(name, password, context.RequestAborted) is not { } user)
        {
            audit.Record(name, "sign-in.failed", new Dictionary<string, object?>());
            return false;
        }

        brake.Succeeded(name, address);
        audit.Record(user.Name, "sign-in", new Dictionary<string, object?> { ["role"] = user.Role });
        await context.SignInAsync(Sessions.Name, Sessions.Of(user));
        return true;
    }
}
