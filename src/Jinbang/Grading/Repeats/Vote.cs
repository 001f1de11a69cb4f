namespace Jinbang.Grading.Repeats;

/// <summary>What one graded reply says among the repeats of its question.</summary>
/// <param name="Repeat">Which repeat, from 0.</param>
/// <param name="Kind">What was read.</param>
/// <param name="Answer">The answer read; <see cref="Reading.Answer"/>.</param>
/// <param name="Verdict">What it is worth in a word.</param>
/// <param name="Points">From 0 to 1.</param>
public readonly record struct Vote(int Repeat, ReadingKind Kind, string Answer, Verdict Verdict, decimal Points)
{
    /// <summary>Whether no answer is given that others could share.</summary>
    public bool IsAbstention => Kind is ReadingKind.Refusal or ReadingKind.Unreadable or ReadingKind.Unanswered;
}
