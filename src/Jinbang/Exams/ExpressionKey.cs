namespace Jinbang.Exams;

/// <summary>The right mathematical expression, in LaTeX or plain text.</summary>
/// <param name="Accepted">Each expression that counts as right, the preferred one first; never empty.</param>
public sealed record ExpressionKey(IReadOnlyList<string> Accepted) : AnswerKey
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(" ; ", Accepted);
}
