using Jinbang.Grading;
using Jinbang.Grading.Sheets;

namespace Jinbang.Boards;

/// <summary>Asks where right answers come from that no other model has.</summary>
public static class AloneRemark
{
    /// <summary>So many questions that every other model fails are no accident.</summary>
    private const int Fewest = 5;

    /// <summary>So many other models must fail them.</summary>
    private const int FewestOthers = 4;

    /// <summary>A sentence for each model that is right on all questions that every other model fails, and not on everything:
    /// of that <see cref="PerfectRemark"/> tells.</summary>
    /// <param name="standings">Where models stand on an exam, with their sheets.</param>
    public static IEnumerable<Phrase> On(IReadOnlyList<Standing> standings)
    {
        var points = standings.Where(standing => standing is { Sheet: not null, Tally.Graded: > 0 })
            .Select(standing => (standing.Model.Name, standing.Tally.Accuracy, Points: PointsOf(standing.Sheet!))).ToList();
        if (points.Count <= FewestOthers)
        {
            yield break;
        }

        var tallies = Enumerable.Range(0, points[0].Points.Length).Select(item => Tally(points.Select(model => model.Points[item]))).ToList();
        foreach (var (name, _, own) in points.Where(model => model.Accuracy < 1))
        {
            var failed = FailedByOthers(own, tallies);
            if (failed.Count >= Fewest && failed.TrueForAll(item => own[item] == 1))
            {
                yield return new(
                    $"{name}: right on all {failed.Count} questions that every other model fails: check for leaks, or keys in the data",
                    $"{name}：其他模型都答错的 {failed.Count} 题全部答对：请检查是否泄题，或数据中混入了答案");
            }
        }
    }

    private static float[] PointsOf(ScoreSheet sheet) => [.. Enumerable.Range(0, sheet.Questions).Select(sheet.PointsOf)];

    private static (int Failed, int Earning) Tally(IEnumerable<float> points)
    {
        var (failed, earning) = (0, 0);
        foreach (var point in points)
        {
            failed += point == 0 ? 1 : 0;
            earning += point > 0 ? 1 : 0;
        }

        return (failed, earning);
    }

    private static List<int> FailedByOthers(float[] own, List<(int Failed, int Earning)> all) => Enumerable.Range(0, own.Length)
        .Where(item => !float.IsNaN(own[item]) && all[item].Failed - (own[item] == 0 ? 1 : 0) >= FewestOthers && all[item].Earning == (own[item] > 0 ? 1 : 0))
        .ToList();
}
