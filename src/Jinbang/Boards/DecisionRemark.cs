using Jinbang.Exams;
using Jinbang.Exams.Decisions;

namespace Jinbang.Boards;

/// <summary>Which keys and questions of an exam are not as its file says, in a sentence.</summary>
public static class DecisionRemark
{
    private const int MostNamed = 10;

    /// <summary>One sentence; none where no decision changes anything.</summary>
    /// <param name="exam">The exam, by people's decisions.</param>
    public static IEnumerable<Phrase> On(Exam exam)
    {
        var corrected = exam.Decisions.Where(decision => decision.Kind == DecisionKind.Key).ToList();
        var dropped = exam.Decisions.Where(decision => decision.Kind == DecisionKind.Drop).ToList();
        if (corrected.Count + dropped.Count == 0)
        {
            yield break;
        }

        List<KeyDecision> all = [.. corrected, .. dropped];
        var more = all.Count - MostNamed;
        yield return new(
            $"By decision {Count(corrected.Count, "key", "keys")} corrected and {Count(dropped.Count, "question", "questions")} dropped: "
            + string.Join("; ", all.Take(MostNamed).Select(decision => Say(decision).English)) + (more > 0 ? $"; and {more} more" : ""),
            $"经人工决定，更正答案 {corrected.Count} 处，剔除题目 {dropped.Count} 道："
            + string.Join("；", all.Take(MostNamed).Select(decision => Say(decision).Chinese)) + (more > 0 ? $"；另有 {more} 处" : ""));
    }

    private static Phrase Say(KeyDecision decision)
    {
        var what = decision.Kind == DecisionKind.Key ? $"{decision.FileKey} → {decision.Key}" : decision.FileKey;
        return decision.By is { } name
            ? new($"{decision.Question} {what} ({decision.Reason}; {name})", $"{decision.Question} {what}（{decision.Reason}；{name}）")
            : new($"{decision.Question} {what} ({decision.Reason})", $"{decision.Question} {what}（{decision.Reason}）");
    }

    private static string Count(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
