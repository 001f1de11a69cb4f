using System.Globalization;
using Jinbang.Boards;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Web.Layout;

namespace Jinbang.Web.Cases;

/// <summary>What is said of replies.</summary>
internal static class CaseWords
{
    /// <summary>What was understood, where that is no answer.</summary>
    public static Phrase Say(ReadingKind kind) => kind switch
    {
        ReadingKind.Letter => new("an option", "一个选项"),
        ReadingKind.Letters => new("no option", "未选"),
        ReadingKind.Value => new("a value", "一个值"),
        ReadingKind.Refusal => new("a refusal", "拒答"),
        ReadingKind.NoCorrectOption => new("no option is right", "没有正确选项"),
        ReadingKind.Unreadable => new("nothing that can be read", "读不出答案"),
        ReadingKind.Unanswered => new("no answer", "没有作答"),
    };

    /// <summary>Tokens, times and cost, as far as they are known.</summary>
    public static IEnumerable<Phrase> Figures(Reply reply)
    {
        if (reply.Usage is { } usage)
        {
            var thinking = usage.Reasoning is > 0 and var tokens ? new Phrase($" ({tokens} thinking)", $"（思考 {tokens}）") : new("", "");
            yield return new($"{usage.Prompt} tokens in, {usage.Completion} out{thinking.English}", $"输入 {usage.Prompt} token，输出 {usage.Completion}{thinking.Chinese}");
        }

        if (reply.Elapsed is { } elapsed)
        {
            yield return new($"{Numbers.Short(elapsed.TotalSeconds)} s", $"{Numbers.Short(elapsed.TotalSeconds)} 秒");
        }

        yield return reply.Cost is { } cost ? new($"¥{Short(cost)}", $"{Short(cost)} 元") : new("cost unknown", "费用未知");
        if (reply.IsReused)
        {
            yield return new("taken from an earlier examination", "沿用以前的回复");
        }

        if (reply.FinishReason is { Length: > 0 } reason)
        {
            yield return new($"ended by {Plain.Text(reason)}", $"结束原因 {Plain.Text(reason)}");
        }
    }

    private static string Short(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
