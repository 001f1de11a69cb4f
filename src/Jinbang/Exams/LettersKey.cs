namespace Jinbang.Exams;

/// <summary>The right options of a question with options.</summary>
/// <param name="Letters">Capital letters in alphabetical order without repeats, such as "B" or "ACE".</param>
public sealed record LettersKey(string Letters) : AnswerKey
{
    /// <inheritdoc/>
    public override string ToString() => Letters;
}
