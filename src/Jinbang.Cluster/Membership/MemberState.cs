namespace Jinbang.Cluster.Membership;

/// <summary>How a silo stands with the others.</summary>
internal enum MemberState
{
    /// <summary>It has begun to join.</summary>
    Joining,

    /// <summary>It works.</summary>
    Active,

    /// <summary>It takes nothing more, and stays.</summary>
    Drained,

    /// <summary>It finishes what it has begun, and leaves.</summary>
    Leaving,

    /// <summary>It has left, or was declared dead.</summary>
    Gone,
}
