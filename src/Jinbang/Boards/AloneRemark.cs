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

        var rare = Rare([.. points.Select(model => model.Points)]);
        foreach (var (name, _, own) in points.Where(model => model.Accuracy < 1))
        {
            var failed = FailedByOthers(own, rare);
            if (failed.Count >= Fewest && failed.TrueForAll(item => own[item] == 1))
            {
                yield return new(
                    $"{name}: right on all {failed.Count} questions that every other model fails: check for leaks, or keys in the data",
                    $"{name}：其他模型都答错的 {failed.Count} 题全部答对：请检查是否泄题，或数据中混入了答案");
            }
        }
    }

    private static float[] PointsOf(ScoreSheet sheet) => [.. Enumerable.Range(0, sheet.Questions).Select(sheet.PointsOf)];

    /// <summary>The questions that at most one model has points for, with how many fail them.</summary>
    private static List<(int Item, int Failed, int Earning)> Rare(List<float[]> models)
    {
        var (failed, earning) = (new int[models[0].Length], new int[models[0].Length]);
        foreach (var points in models)
        {
            for (var item = 0; item < points.Length; item++)
            {
                failed[item] += points[item] == 0 ? 1 : 0;
                earning[item] += points[item] > 0 ? 1 : 0;
            }
        }

        return [.. Enumerable.Range(0, failed.Length).Where(item => earning[item] <= 1).Select(item => (item, failed[item], earning[item]))];
    }

    private static List<int> FailedByOthers(float[] own, List<(int Item, int Failed, int Earning)> rare) =>
    [
        .. rare.Where(question => own[question.Item] is var points && !float.IsNaN(points)
                && question.Failed - (points == 0 ? 1 : 0) >= FewestOthers && question.Earning == (points > 0 ? 1 : 0))
            .Select(question => question.Item),
    ];
}
