namespace Jinbang.Grading.Sheets;

/// <summary>What became of one attempt, as far as scores go.</summary>
public enum SheetState : byte
{
    /// <summary>Not asked, or asked in other words than the exam's present ones.</summary>
    NotAsked,

    /// <summary>Asking brought no reply; never counted as wrong.</summary>
    Failed,

    /// <summary>Judges are still to give points.</summary>
    Ungraded,

    /// <summary>Full points.</summary>
    Right,

    /// <summary>Some of the points.</summary>
    Partial,

    /// <summary>Answered, and no points.</summary>
    Wrong,

    /// <summary>No rule reads an answer; no points.</summary>
    Unreadable,

    /// <summary>No answer was given; no points.</summary>
    Unanswered,
}
