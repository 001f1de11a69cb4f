namespace Jinbang.Cluster.Pacing;

/// <summary>How a call ended that had leave to begin.</summary>
internal enum CallEnd
{
    /// <summary>With a reply.</summary>
    Replied,

    /// <summary>With a fault.</summary>
    Failed,

    /// <summary>Its end was not awaited.</summary>
    Abandoned,

    /// <summary>It never began, and that is certain.</summary>
    Unused,
}
