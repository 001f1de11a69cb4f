namespace Jinbang.Models.Providers.Batches;

/// <summary>How far a batch has come.</summary>
public enum BatchStage
{
    /// <summary>It waits or is worked on.</summary>
    UnderWay,

    /// <summary>It has ended, and what was answered can be read.</summary>
    Ended,

    /// <summary>The provider found fault with it and answered none of it.</summary>
    Rejected,
}
