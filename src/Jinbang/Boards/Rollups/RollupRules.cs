namespace Jinbang.Boards.Rollups;

/// <summary>A set of rules for what a taxonomy does not say.</summary>
public enum RollupRules
{
    /// <summary>Nothing is made up: a model without a score on some exam has none on the roll-up, unless it is estimated.
    /// Time, tokens and cost go by the same weights as accuracy.</summary>
    Open,

    /// <summary>The public Chinese boards' own arithmetic: no score counts as 0, stand-ins are used, and time, tokens and
    /// cost are unweighted means at every level.</summary>
    Seed,
}
