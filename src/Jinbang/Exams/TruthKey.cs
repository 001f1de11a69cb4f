namespace Jinbang.Exams;

/// <summary>Whether the statement is true.</summary>
public sealed record TruthKey(bool IsTrue) : AnswerKey
{
    /// <inheritdoc/>
    public override string ToString() => IsTrue ? "true" : "false";
}
