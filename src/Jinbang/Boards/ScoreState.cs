namespace Jinbang.Boards;

/// <summary>What a score is; a score of zero is a measured one.</summary>
public enum ScoreState
{
    /// <summary>Counted from graded replies.</summary>
    Measured,

    /// <summary>Nothing was graded.</summary>
    Unmeasured,

    /// <summary>Fitted from other scores, at least in part.</summary>
    Estimated,

    /// <summary>Left out on purpose.</summary>
    Excluded,
}
