using Jinbang.Exams.Checks;

namespace Jinbang.Grading.Instructions;

/// <summary>One of some given answers: IFEval's detectable_format:constrained_response.</summary>
internal static class ConstrainedResponse
{
    private static readonly string[] English = ["My answer is yes.", "My answer is no.", "My answer is maybe."];
    private static readonly string[] Chinese = ["我的答案是是。", "我的答案是否。", "我的答案是可能。"];

    /// <summary>Whether one of the options occurs as it is written; without options, one of the three of IFEval, or of their
    /// Chinese counterparts, whose width and quotation marks do not matter.</summary>
    public static bool Follows(IReadOnlyList<string> options, string text, bool isChinese)
    {
        var sought = options.Count > 0 ? options : isChinese ? Chinese : English;
        return isChinese
            ? sought.Any(option => Plain(text).Contains(Plain(option), StringComparison.Ordinal))
            : sought.Any(option => text.Contains(option, StringComparison.Ordinal));
    }

    private static string Plain(string text) => string.Concat(HalfWidth.Of(text).Where(c => c is not ('“' or '”' or '"' or '「' or '」' or ':')));
}
