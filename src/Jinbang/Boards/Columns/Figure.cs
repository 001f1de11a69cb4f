namespace Jinbang.Boards.Columns;

/// <summary>What a column of a board shows.</summary>
public enum Figure
{
    /// <summary>The rank, or the ranks of its tie group.</summary>
    Rank,

    /// <summary>The model's name.</summary>
    Model,

    /// <summary>Who made it.</summary>
    House,

    /// <summary>Whether its weights are published.</summary>
    Category,

    /// <summary>The share of points.</summary>
    Accuracy,

    /// <summary>Where the accuracy may lie.</summary>
    Interval,

    /// <summary>The ranks it likely has.</summary>
    LikelyRank,

    /// <summary>The ranks that the proven orders leave.</summary>
    ProvenRank,

    /// <summary>The chance of being the best.</summary>
    BestChance,

    /// <summary>How many of a roll-up's exams there are scores on.</summary>
    Exams,

    /// <summary>The ranks on a roll-up when its weights move.</summary>
    StableRank,

    /// <summary>How often a rank stays when the weights of a roll-up move.</summary>
    SameRank,

    /// <summary>Graded replies of those planned.</summary>
    Graded,

    /// <summary>Attempts without a reply.</summary>
    Failed,

    /// <summary>Replies cut off at the token limit.</summary>
    CutOff,

    /// <summary>Replies that the provider withheld.</summary>
    Refused,

    /// <summary>Replies that no rule reads.</summary>
    Unreadable,

    /// <summary>Mean time of a reply.</summary>
    Seconds,

    /// <summary>Median time of a reply.</summary>
    Median,

    /// <summary>The time that nine tenths of the replies keep within.</summary>
    P90,

    /// <summary>Mean time to the first token.</summary>
    FirstToken,

    /// <summary>Mean tokens of prompt and reply.</summary>
    Tokens,

    /// <summary>Yuan for a thousand calls.</summary>
    Cost,

    /// <summary>The share of points in a part of the board.</summary>
    Part,
}
