using System.Text.Json;
using Jinbang.Exams;

namespace Jinbang.Grading.Judges;

/// <summary>The points that a judge gives by a rubric.</summary>
public static class RubricPoints
{
    /// <summary>Reads a judge's answer of the form {"points": [2, 0.5, …]}: a number for each criterion, in their order.</summary>
    /// <returns>The points of each criterion; null when the answer is not of that form, or gives less than nothing or
    /// more than a criterion has.</returns>
    public static IReadOnlyList<decimal>? Of(RubricKey rubric, Judgement judgement)
    {
        if (JudgeJson.Read(judgement.Reply, "points")?["points"] is not { ValueKind: JsonValueKind.Array } list
            || list.GetArrayLength() != rubric.Criteria.Count)
        {
            return null;
        }

        var points = list.EnumerateArray().Select(Number).ToList();
        return points.Zip(rubric.Criteria).All(pair => pair.First is { } given && given >= 0 && given <= pair.Second.Points)
            ? [.. points.OfType<decimal>()]
            : null;
    }

    private static decimal? Number(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDecimal(out var number) ? number : null;
}
