namespace Jinbang.Exams.Instructions;

/// <summary>How a count is compared with the number asked for.</summary>
public enum CountRelation
{
    /// <summary>The number or more.</summary>
    AtLeast,

    /// <summary>Fewer than the number.</summary>
    LessThan,
}
