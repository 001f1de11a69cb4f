namespace Jinbang.Exams;

/// <summary>The accepted short texts.</summary>
/// <param name="Accepted">Each text that counts as right, the preferred one first; never empty.</param>
public sealed record TextKey(IReadOnlyList<string> Accepted) : AnswerKey
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(" | ", Accepted);
}
