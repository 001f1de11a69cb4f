using System.Globalization;
using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Runs.Marks;

/// <summary>What a person wants to say of one reply.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Verdict">The verdict; null takes an earlier mark back.</param>
/// <param name="Points">From 0 to 1, as they belong to the verdict.</param>
/// <param name="By">Who says it.</param>
/// <param name="Reason">Why.</param>
public sealed record MarkOrder(string Model, string Question, Verdict? Verdict, decimal Points, string By, string Reason)
{
    private const int LongestName = 100;
    private const int LongestReason = 4_000;

    /// <summary>The exam's id; null when the question is in one of the exams at hand only.</summary>
    public string? Exam { get; init; }

    /// <summary>Which repeat, from 0.</summary>
    public int Repeat { get; init; }

    /// <summary>Where it was written; null for the command line.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>The order that these words give.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="question">The question's id.</param>
    /// <param name="verdict">The verdict's word in English or Chinese, or one for taking a mark back.</param>
    /// <param name="points">The points, needed for a partial verdict only; empty otherwise.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="BadInputException">Something is missing, or is no such word or number.</exception>
    public static MarkOrder Of(string model, string question, string verdict, string points, string by, string reason)
    {
        Require(model, "model", "模型");
        Require(question, "question", "题目");
        Require(by, "by", "标注人（by）");
        Require(reason, "reason", "理由（reason）");
        if (by.Length > LongestName || reason.Length > LongestReason)
        {
            throw new BadInputException(new(
                $"a name has at most {LongestName} characters, a reason {LongestReason}.", $"名字至多 {LongestName} 个字符，理由至多 {LongestReason} 个。"));
        }

        var known = VerdictOf(verdict);
        return new(model, question, known, PointsOf(known, points.Trim()), by.Trim(), reason.Trim());
    }

    /// <summary>A problem with it, which begins with the place where it was written.</summary>
    internal BadInputException Bad(Phrase what) => At(Place, what);

    internal static BadInputException At(SourcePlace? place, Phrase what, Exception? fault = null) => place is { } known
        ? new(new($"{known}: {what.English}", $"{known}：{what.Chinese}"), fault)
        : new(what, fault);

    private static void Require(string text, string english, string chinese)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new BadInputException(new($"{english} is missing: a mark names the model, the question, the verdict, who gives it and why.", $"缺少{chinese}：标注须写明模型、题目、判定、标注人和理由。"));
        }
    }

    private static Verdict? VerdictOf(string word) => word.Trim().ToLowerInvariant() switch
    {
        "right" or "正确" => Grading.Verdict.Right,
        "wrong" or "错误" => Grading.Verdict.Wrong,
        "partial" or "部分得分" => Grading.Verdict.Partial,
        "unreadable" or "读不出" => Grading.Verdict.Unreadable,
        "unanswered" or "未作答" => Grading.Verdict.Unanswered,
        "withdraw" or "withdrawn" or "撤回" => null,
        _ => throw new BadInputException(new(
            $"the verdict \"{word}\" is not known; write right, wrong, partial, unreadable or unanswered, or withdraw to take a mark back.",
            $"判定“{word}”无法识别；请写 right、wrong、partial、unreadable 或 unanswered，撤回标注写 withdraw。")),
    };

    private static decimal PointsOf(Verdict? verdict, string points)
    {
        decimal? given = points.Length == 0 ? null
            : decimal.TryParse(points, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : -1;
        return (verdict, given) switch
        {
            (Grading.Verdict.Partial, > 0 and < 1) => given.Value,
            (Grading.Verdict.Right, null or 1) => 1,
            (not Grading.Verdict.Partial and not Grading.Verdict.Right, null or 0) => 0,
            _ => throw new BadInputException(new(
                $"the points \"{points}\" do not fit the verdict: partial needs points between 0 and 1 (such as 0.5), right is 1, the others are 0.",
                $"得分“{points}”与判定不符：partial 须给出 0 与 1 之间的得分（如 0.5），right 为 1，其余为 0。")),
        };
    }
}
