namespace Jinbang.Cluster.Pacing;

/// <summary>Whether an account's desk takes what it was told.</summary>
internal enum Standing
{
    /// <summary>It took it.</summary>
    Taken,

    /// <summary>It does not know the silo and must be told everything.</summary>
    Stranger,

    /// <summary>Another may still be deciding for this account; ask again soon.</summary>
    NotYet,
}
