namespace Jinbang.Boards.Editions;

/// <summary>What has become of a board between two editions.</summary>
public enum BoardFate
{
    /// <summary>It asks the same questions.</summary>
    Kept,

    /// <summary>It is there for the first time.</summary>
    New,

    /// <summary>It is there no more.</summary>
    Retired,

    /// <summary>It asks other questions: scores before and after do not compare.</summary>
    Changed,
}
