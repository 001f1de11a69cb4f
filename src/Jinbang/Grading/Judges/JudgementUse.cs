namespace Jinbang.Grading.Judges;

/// <summary>What a judge was asked for.</summary>
public enum JudgementUse
{
    /// <summary>To read a reply that rules cannot read.</summary>
    Reading,

    /// <summary>To read a reply that rules do read, so that the two can be compared.</summary>
    Comparison,

    /// <summary>To give points by a rubric.</summary>
    Rubric,
}
