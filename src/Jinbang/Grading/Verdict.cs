namespace Jinbang.Grading;

/// <summary>What a reply is worth.</summary>
public enum Verdict
{
    /// <summary>Full points.</summary>
    Right,

    /// <summary>Answered, and no points.</summary>
    Wrong,

    /// <summary>Some of the points, by the exam's rule.</summary>
    Partial,

    /// <summary>No rule reads an answer; no points.</summary>
    Unreadable,

    /// <summary>No answer was given; no points.</summary>
    Unanswered,
}
