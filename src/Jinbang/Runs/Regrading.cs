using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Runs;

/// <summary>Grades kept replies again where the key has changed since; nobody is asked.</summary>
internal static class Regrading
{
    /// <summary>Raised whenever reading or grading changes, so that kept grades are renewed.</summary>
    private const string ReaderVersion = "2";

    /// <summary>Identifies the key, the rule and the reader that a grade was given by.</summary>
    public static string Mark(Question question, CreditRule credit) => Fingerprint.Of(
        ReaderVersion, question.Key.ToString(), (question.Key as NumberKey)?.Tolerance.ToString(System.Globalization.CultureInfo.InvariantCulture), credit.ToString());

    /// <summary>The entry as it is when its grade is up to date, else with a new grade.</summary>
    public static LedgerEntry Renew(LedgerEntry entry, Question question, CreditRule credit)
    {
        var mark = Mark(question, credit);
        return entry.Reply.Outcome == Outcome.Failed || entry.GradedBy == mark
            ? entry
            : entry with { Grade = Grader.For(question.Kind).Grade(question, credit, entry.Reply), GradedBy = mark };
    }
}
