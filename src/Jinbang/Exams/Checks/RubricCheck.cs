using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Checks;

/// <summary>Reads what an open question's answers earn points for.</summary>
internal static class RubricCheck
{
    /// <summary>Whether the question is, or wants to be, an open one.</summary>
    public static bool Concerns(DraftQuestion draft) =>
        draft.Kind is QuestionKind.Open || draft.Rubric.Count > 0 || draft.Reference is not null;

    /// <summary>The rubric, or null when it cannot be used.</summary>
    public static (QuestionKind Kind, AnswerKey Key)? Read(DraftQuestion draft, Findings findings)
    {
        if (draft.Kind is not (null or QuestionKind.Open))
        {
            findings.Fail(
                "Rubric and reference belong to questions of the kind open; take them out, or state the kind open.",
                "rubric 和 reference 只用于开放题（open）；请删去，或把题型改为 open。");
            return null;
        }

        if (draft.Options.Count > 0 || draft.Key.Count > 0 || draft.Instructions.Count > 0)
        {
            findings.Fail(
                "An open question has a rubric, and neither options, key nor instructions; a model answer goes under reference.",
                "开放题用 rubric 评分，没有选项、key 和 instructions；参考答案请写在 reference 里。");
        }

        var criteria = draft.Rubric.Select(criterion => Read(criterion, findings)).OfType<Criterion>().ToList();
        if (draft.Rubric.Count == 0)
        {
            findings.Fail(
                "An open question needs a rubric: a list of {points: 2, text: what earns them}.",
                "开放题需要 rubric：由 {points: 2, text: 得分要点} 组成的列表。");
        }

        return (QuestionKind.Open, new RubricKey(criteria, draft.Reference));
    }

    private static Criterion? Read(DraftCriterion draft, Findings findings)
    {
        if (draft.Text is null)
        {
            findings.Fail("A criterion of the rubric has no text.", "rubric 中有一条没有 text。");
            return null;
        }

        if (!Numbers.TryRead(draft.Points ?? "", out var points) || points is <= 0 or > 1000)
        {
            findings.Fail(
                $"The points \"{draft.Points}\" of a criterion are not a number above 0, 1000 at the most.",
                $"评分要点的 points “{draft.Points}”不是大于 0 且不超过 1000 的数。");
            return null;
        }

        return new Criterion(points, draft.Text);
    }
}
