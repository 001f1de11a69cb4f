namespace Jinbang.Boards.Cuts;

/// <summary>Whether something holds, as far as is known (Kleene's logic).</summary>
public enum Truth
{
    /// <summary>It does not.</summary>
    False,

    /// <summary>Nobody knows.</summary>
    Unknown,

    /// <summary>It does.</summary>
    True,
}
