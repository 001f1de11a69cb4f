namespace Jinbang.Grading.Instructions;

/// <summary>Two different responses: IFEval's combination:two_responses.</summary>
internal static class TwoResponses
{
    /// <summary>Whether two different texts stand apart by ******, which may also stand before the first and after the second.</summary>
    public static bool AreGiven(string text)
    {
        var parts = text.Split("******");
        var inner = parts.Length > 2 ? parts[1..^1] : [];
        return !inner.Any(string.IsNullOrWhiteSpace)
            && parts.Where(part => !string.IsNullOrWhiteSpace(part)).ToArray() is [var first, var second]
            && first.Trim() != second.Trim();
    }
}
