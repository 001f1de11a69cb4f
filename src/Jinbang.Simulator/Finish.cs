namespace Jinbang.Simulator;

/// <summary>Why a reply ends.</summary>
internal enum Finish
{
    /// <summary>All is said.</summary>
    Stop,

    /// <summary>The token limit is reached.</summary>
    Length,

    /// <summary>A content filter withheld it.</summary>
    Filter,

    /// <summary>The server gave up in the middle.</summary>
    Broken,
}
