namespace Jinbang.Bench.Silos;

/// <summary>Rules of docs/decisions/0040 that can be left out, to see that runs then go wrong.</summary>
internal enum Rule
{
    /// <summary>None is left out.</summary>
    None,

    /// <summary>A call waits until the mark in the database covers it.</summary>
    MarkBeforeCall,

    /// <summary>A holder that was removed is told so by its beats and commits, and its mark does not rise.</summary>
    Fence,

    /// <summary>What a removed holder may still owe is not given back.</summary>
    ForfeitOpen,

    /// <summary>A commit that is tried again counts once.</summary>
    CommitOnce,

    /// <summary>Yuan are drawn before they are spent, under a condition of the database.</summary>
    DrawWithinCap,
}
