using System.Globalization;
using Jinbang.Exams;

namespace Jinbang.Grading;

/// <summary>A person's verdict on one reply. It goes before rules and judges.</summary>
/// <param name="By">Who gave it.</param>
/// <param name="Verdict">What the reply is worth.</param>
/// <param name="Points">From 0 to 1, before the question's weight.</param>
/// <param name="Key">The answer key at that time; <see cref="KeyOf"/>.</param>
public sealed record HumanMark(string By, Verdict Verdict, decimal Points, string Key)
{
    /// <summary>What the rule of a reading begins with that a person marked.</summary>
    public const string Rule = "human:";

    /// <summary>What it begins with when the answer key has been changed since.</summary>
    public const string RuleUnderAnotherKey = "human-under-another-key:";

    /// <summary>A question's key as marks remember it.</summary>
    public static string KeyOf(Question question) => question.Key is NumberKey { Tolerance: > 0 and var tolerance } key
        ? $"{key} ± {tolerance.ToString(CultureInfo.InvariantCulture)}"
        : question.Key.ToString()!;

    /// <summary>Whether the question had another key when the mark was given.</summary>
    public bool IsUnderAnotherKey(Question question) => Key != KeyOf(question);

    /// <summary>The grade that the mark makes of what rules or judges gave.</summary>
    /// <param name="question">The question as it is now.</param>
    /// <param name="unmarked">The grade without the mark; null when there is none yet.</param>
    /// <returns>The mark's verdict and points. What was read stays, so that repeats can vote on it, unless the mark is that nothing can be read.</returns>
    public Grade Over(Question question, Grade? unmarked)
    {
        var read = unmarked?.Reading ?? new Reading(ReadingKind.Unreadable, "", "");
        var rule = (IsUnderAnotherKey(question) ? RuleUnderAnotherKey : Rule) + By;
        return new Grade(Verdict, Points, Verdict switch
        {
            Verdict.Right or Verdict.Partial or Verdict.Wrong => read with { Rule = rule, Confidence = 1 },
            Verdict.Unreadable => new Reading(ReadingKind.Unreadable, "", rule),
            Verdict.Unanswered => new Reading(ReadingKind.Unanswered, "", rule),
        });
    }
}
