namespace Jinbang.Runs.Planning;

/// <summary>Whether a model thinks before it answers, as far as its name and settings tell.</summary>
public enum Thinking
{
    /// <summary>Neither tells.</summary>
    Unknown,

    /// <summary>It thinks.</summary>
    Yes,

    /// <summary>It does not.</summary>
    No,
}
