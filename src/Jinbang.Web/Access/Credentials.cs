namespace Jinbang.Web.Access;

/// <summary>What a program signs in with.</summary>
/// <param name="Name">The name.</param>
/// <param name="Password">The password.</param>
internal sealed record Credentials(string Name, string Password)
{
    /// <summary>Shows no password.</summary>
    public override string ToString() => Name;
}
