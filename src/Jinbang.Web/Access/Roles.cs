namespace Jinbang.Web.Access;

/// <summary>The roles of those who are signed in.</summary>
internal static class Roles
{
    /// <summary>Reads everything.</summary>
    public const string Reader = "reader";

    /// <summary>Reads, starts runs and marks.</summary>
    public const string Runner = "runner";

    /// <summary>Does everything.</summary>
    public const string Admin = "admin";

    /// <summary>All of them, the lowest first.</summary>
    public static readonly string[] All = [Reader, Runner, Admin];
}
