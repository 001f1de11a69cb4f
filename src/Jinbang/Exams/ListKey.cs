namespace Jinbang.Exams;

/// <summary>The right answers to a question with several blanks, or the right order.</summary>
/// <param name="Parts">For each part the texts that count as right, the preferred one first; never empty.</param>
/// <param name="IsOrdered">Whether each answer belongs to its own place; otherwise any order is right.</param>
public sealed record ListKey(IReadOnlyList<IReadOnlyList<string>> Parts, bool IsOrdered = true) : AnswerKey
{
    /// <summary>Whether every part is one or more letters of options, A to J in order, so that replies are read for letters.</summary>
    public bool IsOfLetters => Parts.All(part => part.All(AreLetters));

    /// <inheritdoc/>
    public override string ToString() => (IsOrdered ? "" : "any order: ") + string.Join("; ", Parts.Select(part => string.Join(" | ", part)));

    private static bool AreLetters(string text) =>
        text.Length is > 0 and <= 10 && text.All(letter => letter is >= 'A' and <= 'J') && text.Zip(text.Skip(1)).All(pair => pair.First < pair.Second);
}
