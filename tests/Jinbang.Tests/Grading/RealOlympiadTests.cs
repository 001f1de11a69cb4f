using System.Globalization;
using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

public class RealOlympiadTests
{
    [Fact]
    public void Numeric_keys_of_an_olympiad_are_right_however_they_are_framed()
    {
        var wrong = Keys().SelectMany(key => Framed(key).SelectMany(reply => Questions(key).Where(question => !IsRight(question, reply)).Select(question => $"{question.Kind} {key} in {reply}")));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Numeric_keys_of_an_olympiad_are_wrong_when_changed()
    {
        var right = Keys().SelectMany(key => Framed(key + "1").SelectMany(reply => Questions(key).Where(question => IsRight(question, reply)).Select(question => $"{question.Kind} {key} in {reply}")));
        Assert.Empty(right);
    }

    private static List<string> Keys() => [.. File.ReadLines(SharedData.Path("banks/math24o/questions.visible.jsonl")).Select(line =>
    {
        using var row = JsonDocument.Parse(line);
        return row.RootElement.GetProperty("ref_answer").GetString()!.Trim();
    })];

    private static string[] Framed(string key) =>
    [
        key, $"${key}$", $@"\boxed{{{key}}}", $"The answer is {key}.", $"答案是 ${key}$。", $"答案：{key}", $"【答案】{key}", $"**答案：{key}**", $"所以答案为 $\\boxed{{{key}}}$。",
        $"设 $x=3$，$y=5$。\n\n综上所述，最终答案为\n\n$$\\boxed{{{key}}}$$", $"由 $a+b=7$ 得 $a=2$。\n\n因此，所求的值为 $\\boxed{{{key}}}$。", $"#### {key}", $"最终结果是 **{key}**。",
        $"<think>试 3 和 4。</think>\n\n{key}", $"{{\"analysis\": \"3+4=7\", \"answer\": \"{key}\"}}", $"经计算，第 1 步得 3，第 2 步得 4。\n\n答：{key}。", $"Final Answer: \\({key}\\)", $"答案是：\n\n\\[\n{key}\n\\]",
    ];

    private static Question[] Questions(string key) =>
    [
        Grading.Questions.Free(QuestionKind.Number, new NumberKey(decimal.Parse(key, CultureInfo.InvariantCulture))),
        Grading.Questions.Free(QuestionKind.Expression, new ExpressionKey([key])),
    ];

    private static bool IsRight(Question question, string reply) =>
        Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, reply)).Verdict == Verdict.Right;
}
