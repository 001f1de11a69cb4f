namespace Jinbang.Models;

/// <summary>What a call has shown of a provider's key.</summary>
public enum KeyState
{
    /// <summary>Nothing: the call did not get so far.</summary>
    Unknown,

    /// <summary>None was sent and none was asked for.</summary>
    NotNeeded,

    /// <summary>It is needed and not to be had, or holds what no key can hold; nothing was sent.</summary>
    Missing,

    /// <summary>The provider let it in.</summary>
    Valid,

    /// <summary>The provider refused it, or it may not use this model.</summary>
    Refused,
}
