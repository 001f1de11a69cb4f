using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Jinbang.Web.Access;

/// <summary>How much anybody may ask for: by user who is signed in, else by address, behind which there may be many.</summary>
internal static class RateLimits
{
    /// <summary>The policy of pages and calls that take much work: searches, boards with their pictures and files, comparisons, plans, uploads, reports.</summary>
    public const string Expensive = "expensive";

    /// <summary>Adds the limits; a site of one machine has none.</summary>
    public static void AddRateLimits(this IServiceCollection services, SiteOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : TimeSpan.FromSeconds(1);
            context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            !options.IsPublic || context.Request.Path.StartsWithSegments("/assets") ? RateLimitPartition.GetNoLimiter("") : Of(context, burst: 600, perSecond: 60));
        limiter.AddPolicy(Expensive, context => !options.IsPublic ? RateLimitPartition.GetNoLimiter("") : Of(context, burst: 200, perSecond: 20));
    });

    /// <summary>Who is to be taken for one reader: an address, or of the newer kind the network that one home has.</summary>
    public static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        return address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.MapToIPv4().ToString();
    }

    private static RateLimitPartition<string> Of(HttpContext context, int burst, int perSecond) => RateLimitPartition.GetTokenBucketLimiter(
        context.User.Identity is { IsAuthenticated: true, Name: { } name } ? "user " + name : "address " + AddressOf(context),
        _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            AutoReplenishment = true,
        });
}
