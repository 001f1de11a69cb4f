namespace Jinbang.Grading;

/// <summary>What a grader understood of a reply, and by which rule.</summary>
/// <param name="Kind">What was understood.</param>
/// <param name="Answer">The letters in alphabetical order ("B", "ACE"), or the value in canonical form; empty for other kinds.</param>
/// <param name="Rule">The name of the rule that matched.</param>
/// <param name="Start">Where in the reply the answer stands, counted in UTF-16 units from 0.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Confidence">From 0 to 1, how sure the rule is.</param>
public sealed record Reading(ReadingKind Kind, string Answer, string Rule, int Start = 0, int Length = 0, double Confidence = 1)
{
    /// <summary>Whether it rests on what a judge replied, not on rules.</summary>
    public bool IsByJudge => Rule.StartsWith("judge:", StringComparison.Ordinal);

    /// <summary>Whether a person overruled what rules and judges say.</summary>
    public bool IsByPerson => Rule.StartsWith(HumanMark.Rule, StringComparison.Ordinal) || IsUnderAnotherKey;

    /// <summary>Whether a person did so when the question had another key.</summary>
    public bool IsUnderAnotherKey => Rule.StartsWith(HumanMark.RuleUnderAnotherKey, StringComparison.Ordinal);
}
