using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Jinbang.Web.Access;

/// <summary>Requires <see cref="Policies.Run"/> of every deed whose endpoint says nothing of who may do it, so that one that was
/// forgotten is closed, not open.</summary>
/// <param name="next">What follows.</param>
/// <param name="authorization">Says who may what.</param>
internal sealed class DeedGuard(RequestDelegate next, IAuthorizationService authorization)
{
    /// <summary>Lets all others pass.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var isForgotten = !CrossSiteGuard.IsReading(context.Request.Method) && context.GetEndpoint() is { Metadata: var facts }
            && facts.GetMetadata<IAuthorizeData>() is null && facts.GetMetadata<IAllowAnonymous>() is null;
        if (!isForgotten || (await authorization.AuthorizeAsync(context.User, Policies.Run)).Succeeded)
        {
            await next(context);
        }
        else if (context.User.Identity?.IsAuthenticated == true)
        {
            await context.ForbidAsync();
        }
        else
        {
            await context.ChallengeAsync();
        }
    }
}
