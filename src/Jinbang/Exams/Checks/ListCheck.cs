using Jinbang.Exams.Drafts;

namespace Jinbang.Exams.Checks;

/// <summary>Reads the key of a question with several answers.</summary>
internal static class ListCheck
{
    private const char Or = '|';

    /// <summary>The parts, each with the texts accepted for it parted by "|"; null when they cannot be used.</summary>
    public static ListKey? Read(DraftQuestion draft, List<string> key, Findings findings)
    {
        var isOrdered = draft.IsOrdered is null ? true : TruthWords.Find(draft.IsOrdered);
        if (isOrdered is null)
        {
            findings.Fail(
                $"ordered is \"{draft.IsOrdered}\"; write true (each answer in its place) or false (in any order).",
                $"ordered 的值为“{draft.IsOrdered}”；请写 true（按顺序）或 false（不论顺序）。");
            return null;
        }

        var parts = key.Select(part => part.Split(Or, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (parts.All(part => part.Length > 0))
        {
            return new ListKey(parts, isOrdered.Value);
        }

        findings.Fail("A part of the key accepts nothing.", "答案中有一项没有内容。");
        return null;
    }
}
