namespace Jinbang.Models;

/// <summary>Whether a model thinks before it replies, and whether it can be told.</summary>
public enum ThinkingHabit
{
    /// <summary>Not known to the catalogue.</summary>
    Unknown,

    /// <summary>It never thinks.</summary>
    Never,

    /// <summary>It always thinks.</summary>
    Always,

    /// <summary>It thinks unless it is told not to.</summary>
    UnlessTold,

    /// <summary>It thinks only when it is told to.</summary>
    WhenTold,
}
