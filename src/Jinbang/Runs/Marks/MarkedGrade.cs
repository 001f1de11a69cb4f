using Jinbang.Grading;

namespace Jinbang.Runs.Marks;

/// <summary>What a reply was worth before or after a mark.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Points">From 0 to 1.</param>
/// <param name="Rule">The rule by which it was read; <see cref="Reading.Rule"/>.</param>
public sealed record MarkedGrade(Verdict Verdict, decimal Points, string Rule)
{
    internal static MarkedGrade? Of(Grade? grade) => grade is null ? null : new(grade.Verdict, grade.Points, grade.Reading.Rule);
}
