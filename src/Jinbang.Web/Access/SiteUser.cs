using System.Security.Cryptography;
using System.Text;

namespace Jinbang.Web.Access;

/// <summary>Somebody who may sign in with a password.</summary>
/// <param name="Name">The name, unique whatever its case.</param>
/// <param name="Role">One of <see cref="Roles"/>.</param>
/// <param name="Password">The hash of the password.</param>
internal sealed record SiteUser(string Name, string Role, string Password)
{
    /// <summary>Changes when the role or the password does, which ends the sessions begun before.</summary>
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}\n{Role}\n{Password}")))[..24];
}
