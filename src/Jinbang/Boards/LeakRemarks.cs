using Jinbang.Grading;
using Jinbang.Grading.Sheets;

namespace Jinbang.Boards;

/// <summary>Names models that do better than can be believed.</summary>
public static class LeakRemarks
{
    /// <summary>A perfect score is no wonder where the next best model has this chance of one.</summary>
    private const double Believable = 0.01;

    /// <summary>So many questions that every other model fails are no accident.</summary>
    private const int FewestAlone = 5;

    /// <summary>So many other models must fail them.</summary>
    private const int FewestOthers = 4;

    /// <summary>A sentence for each such model.</summary>
    /// <param name="standings">Where models stand on an exam, with their sheets.</param>
    public static IEnumerable<Phrase> On(IReadOnlyList<Standing> standings)
    {
        var points = standings.Where(standing => standing is { Sheet: not null, Tally.Graded: > 0 })
            .ToDictionary(standing => standing.Model.Name, standing => PointsOf(standing.Sheet!));
        var next = points.Values.Select(Share).Where(share => share < 1).DefaultIfEmpty(0.5).Max();
        foreach (var (name, own) in points)
        {
            var answered = own.Count(point => !float.IsNaN(point));
            var (failed, alone) = Alone(own, [.. points.Where(other => other.Key != name).Select(other => other.Value)]);
            if (Share(own) == 1 && Math.Pow(next, answered) < Believable)
            {
                yield return new(
                    $"{name}: perfect scores on {answered} of {answered} questions: check for leaks, or keys in the data",
                    $"{name}：{answered} 题中 {answered} 题满分：请检查是否泄题，或数据中混入了答案");
            }
            else if (failed >= FewestAlone && alone == failed)
            {
                yield return new(
                    $"{name}: right on all {failed} questions that every other model fails: check for leaks, or keys in the data",
                    $"{name}：其他模型都答错的 {failed} 题全部答对：请检查是否泄题，或数据中混入了答案");
            }
        }
    }

    private static float[] PointsOf(ScoreSheet sheet) => [.. Enumerable.Range(0, sheet.Questions).Select(sheet.PointsOf)];

    private static double Share(float[] points) => points.Where(point => !float.IsNaN(point)).Average();

    /// <summary>How many of the questions that it was asked all others fail, and how many of these it gets.</summary>
    private static (int Failed, int Right) Alone(float[] own, float[][] others)
    {
        var failed = Enumerable.Range(0, own.Length)
            .Where(item => !float.IsNaN(own[item]) && others.Count(other => other[item] == 0) >= FewestOthers && !others.Any(other => other[item] > 0))
            .ToList();
        return (failed.Count, failed.Count(item => own[item] == 1));
    }
}
