namespace Jinbang.Grading;

/// <summary>What a grader understood of a reply.</summary>
public enum ReadingKind
{
    /// <summary>One option.</summary>
    Letter,

    /// <summary>Several options.</summary>
    Letters,

    /// <summary>A value: true or false, a number, a short text, or which instructions are followed.</summary>
    Value,

    /// <summary>The model declines to answer.</summary>
    Refusal,

    /// <summary>The model says that no option is right.</summary>
    NoCorrectOption,

    /// <summary>There is a reply, but no rule reads an answer out of it.</summary>
    Unreadable,

    /// <summary>There is no answer: an empty reply, or one cut off before its answer.</summary>
    Unanswered,
}
