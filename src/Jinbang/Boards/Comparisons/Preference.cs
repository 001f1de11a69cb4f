namespace Jinbang.Boards.Comparisons;

/// <summary>Whether two models can be told apart.</summary>
public enum Preference
{
    /// <summary>The data do not tell.</summary>
    None,

    /// <summary>The first is better.</summary>
    First,

    /// <summary>The second is better.</summary>
    Second,
}
