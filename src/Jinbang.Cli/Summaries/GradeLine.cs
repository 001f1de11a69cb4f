using Jinbang.Grading;

namespace Jinbang.Cli.Summaries;

/// <summary>A grade as summaries tell it.</summary>
/// <param name="Verdict">The verdict's word.</param>
/// <param name="Points">From 0 to 1.</param>
/// <param name="Kind">The word of what was read.</param>
/// <param name="Answer">The letters or the value; empty for other kinds.</param>
/// <param name="Rule">The rule that read it.</param>
internal sealed record GradeLine(string Verdict, decimal Points, string Kind, string Answer, string Rule)
{
    public static GradeLine Of(Grade grade) => new(
        GradeWords.Code(grade.Verdict), grade.Points, GradeWords.Code(grade.Reading.Kind), grade.Reading.Answer, grade.Reading.Rule);
}
