using System.Security.Cryptography;

namespace Jinbang.Workspaces.Orders;

/// <summary>What runs go by.</summary>
public static class RunNames
{
    /// <summary>A name for a run that begins: the moment, and a little chance for two of one second.</summary>
    public static string New(DateTimeOffset at) => FormattableString.Invariant($"{at:yyyyMMdd-HHmmss}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(3))}");
}
