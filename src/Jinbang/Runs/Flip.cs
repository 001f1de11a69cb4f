using Jinbang.Grading;

namespace Jinbang.Runs;

/// <summary>An attempt whose verdict or points differ from those kept.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Model">The model's name.</param>
/// <param name="Repeat">Which repeat, from 0.</param>
/// <param name="Before">The grade that was kept.</param>
/// <param name="After">The grade by the present reader, key and credit rule.</param>
public sealed record Flip(string Question, string Model, int Repeat, Grade Before, Grade After)
{
    /// <summary>Why it differs.</summary>
    public FlipCause Cause =>
        (Before.Reading.Kind, Before.Reading.Answer) == (After.Reading.Kind, After.Reading.Answer) ? FlipCause.Key : FlipCause.Reader;

    /// <summary>The flip of a renewed entry, or null when it earns the same as before.</summary>
    internal static Flip? Of(string model, LedgerEntry before, LedgerEntry after) =>
        before.Grade is { } old && after.Grade is { } now && (old.Verdict, old.Points) != (now.Verdict, now.Points)
            ? new Flip(before.Question, model, before.Repeat, old, now)
            : null;
}
