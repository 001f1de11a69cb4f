namespace Jinbang.Boards.Editions;

/// <summary>Why a model's line of a board is another than in the edition before.</summary>
public enum RowCause
{
    /// <summary>Its own figures are the same; others moved past it.</summary>
    Others,

    /// <summary>The same replies earn something else: keys, rules, the reader, weights or a person's marks have changed.</summary>
    Regraded,

    /// <summary>There are other or more replies.</summary>
    Asked,

    /// <summary>Only its figures are known, not what they were counted from.</summary>
    Unknown,
}
