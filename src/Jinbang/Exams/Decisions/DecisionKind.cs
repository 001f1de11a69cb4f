namespace Jinbang.Exams.Decisions;

/// <summary>What a person decided about a question.</summary>
public enum DecisionKind
{
    /// <summary>Something else is right than the exam file says.</summary>
    Key,

    /// <summary>The question does not count.</summary>
    Drop,

    /// <summary>The question and its key are as they should be.</summary>
    Keep,
}
