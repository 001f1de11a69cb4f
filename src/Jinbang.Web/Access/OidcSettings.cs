using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Jinbang.Web.Access;

/// <summary>An OpenID Connect provider that says who somebody is.</summary>
/// <param name="Authority">Its address.</param>
/// <param name="Client">What it calls this site.</param>
/// <param name="Claim">The claim that roles follow from.</param>
/// <param name="Values">The claim's values by the role that each gives.</param>
internal sealed record OidcSettings(Uri Authority, string Client, string Claim, IReadOnlyDictionary<string, IReadOnlyList<string>> Values)
{
    /// <summary>The environment variable, or line of the secrets file, with the client's secret.</summary>
    public const string SecretVariable = "JINBANG_OIDC_SECRET";

    private static readonly string[] Keys = ["authority", "client", "claim", "name", "scopes", "title", .. Roles.All];

    /// <summary>The claim with the name that is shown and recorded.</summary>
    public string Name { get; init; } = "preferred_username";

    /// <summary>What is asked for besides openid.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["profile"];

    /// <summary>What people call it.</summary>
    public string Title { get; init; } = Authority.Host;

    /// <summary>The client's secret; null when it has none.</summary>
    public string? Secret { get; init; }

    /// <summary>Changes when who may do what does, which ends the sessions begun before.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', [Authority.AbsoluteUri, Client, Claim, Name, .. Values.SelectMany(role => role.Value.Prepend(role.Key))]))))[..24];

    /// <summary>The highest role that the claims give; null for none.</summary>
    public string? RoleOf(ClaimsPrincipal user) => Roles.All.Reverse().FirstOrDefault(role =>
        user.FindAll(Claim).Any(claim => Values[role].Contains(claim.Value, StringComparer.Ordinal)));

    /// <summary>Reads them.</summary>
    /// <exception cref="BadInputException">Something is missing or wrong.</exception>
    public static OidcSettings? Read(YamlMap file, Func<string, string?> secret)
    {
        if (file.Map("oidc", Keys) is not { } map)
        {
            return null;
        }

        var written = map.Required("authority");
        return Uri.TryCreate(written, UriKind.Absolute, out var authority) && (authority.Scheme == "https" || authority is { Scheme: "http", IsLoopback: true })
            ? new OidcSettings(authority, map.Required("client"), map.Required("claim"), Roles.All.ToDictionary(role => role, role => map.Texts(role) ?? []))
            {
                Name = map.Text("name") ?? "preferred_username",
                Scopes = map.Texts("scopes") ?? ["profile"],
                Title = map.Text("title") ?? authority.Host,
                Secret = secret(SecretVariable),
            }
            : throw map.Wrong("authority", written, new("an https address", "https 地址"));
    }
}
