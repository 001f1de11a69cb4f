namespace Jinbang.Cluster.Membership;

/// <summary>What people want of a silo.</summary>
internal enum Wish
{
    /// <summary>It works.</summary>
    Work,

    /// <summary>It takes nothing more, finishes what it has begun, and stays.</summary>
    Drain,

    /// <summary>It takes nothing more, finishes what it has begun, and leaves.</summary>
    Leave,
}
