using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

public class RealExpressionsTests
{
    [Fact]
    public void Keys_of_a_mathematics_bank_are_right_however_they_are_framed()
    {
        var wrong = Keys().SelectMany(key => Framed(key).Where(reply => !IsRight(key, reply)).Select(reply => $"{key} in {reply}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Keys_of_a_mathematics_bank_are_right_when_rewritten()
    {
        var wrong = Keys().Where(IsValue).SelectMany(key => Rewritten(key).Where(reply => !IsRight(key, reply)).Select(reply => $"{key} as {reply}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Keys_of_a_mathematics_bank_are_wrong_when_changed()
    {
        var right = Keys().Where(IsValue).SelectMany(key => Changed(key).Where(reply => IsRight(key, reply)).Select(reply => $"{key} as {reply}"));
        Assert.Empty(right);
    }

    private static IEnumerable<string> Keys() => File.ReadLines(SharedData.Path("banks/agieval/math.jsonl")).Select(line =>
    {
        using var row = JsonDocument.Parse(line);
        return row.RootElement.GetProperty("answer").GetString()!.Trim();
    });

    // Numbers, roots, fractions and polynomials rather than words, lists, points and equations.
    private static bool IsValue(string key) => !"=,[:&".Any(key.Contains) && !key.Contains(@"\text") && !key.Contains(@"\mbox") && !key.Contains("begin") && !key.Contains("cup") && !key.Contains('_') && !key.Contains('A');

    private static string[] Framed(string key) => [$@"\boxed{{{key}}}", $"The answer is ${key}$.", $"答案是 ${key}$。", $@"So we are done: \[ {key} \]", $"**Answer:** \\({key}\\)"];

    private static string[] Rewritten(string key) => [$@"\boxed{{\frac{{2 \cdot ({key})}}{{2}}}}", $@"\boxed{{({key}) + 7 - 7}}", $@"\boxed{{-(-({key}))}}", $@"\boxed{{\left( {key} \right) \times 1^5}}"];

    private static string[] Changed(string key) => [$@"\boxed{{({key}) + \frac{{1}}{{1000}}}}", $@"\boxed{{\frac{{{key}}}{{3}} + \sqrt{{999983}}}}"];

    private static bool IsRight(string key, string reply)
    {
        var question = Questions.Free(QuestionKind.Expression, new ExpressionKey([key]));
        return Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, reply)).Verdict == Verdict.Right;
    }
}
