using CsCheck;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

public class ExpressionLawTests
{
    private static readonly Gen<string> Expressions = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Atoms()
        : Gen.Frequency(
            (2, Atoms()),
            (1, Gen.Select(inner, inner, (a, b) => $"({a})+({b})")),
            (1, Gen.Select(inner, inner, (a, b) => $"({a})-({b})")),
            (1, Gen.Select(inner, inner, (a, b) => $"({a}) \\cdot ({b})")),
            (1, Gen.Select(inner, Gen.Int[2, 9], (a, n) => $"\\frac{{{a}}}{{{n}}}")),
            (1, Gen.Select(inner, Gen.Int[2, 3], (a, n) => $"({a})^{n}")),
            (1, Gen.Int[2, 50].Select(n => $"\\sqrt{{{n}}}"))));

    private static readonly Func<string, string>[] Rewritings =
    [
        text => $"0+{text}", text => $"\\left({text}\\right)", text => $"\\frac{{6({text})}}{{6}}", text => $"({text})+x-x", text => $"-((-1)({text}))", text => $"(({text})^1)",
        text => $"\\dfrac{{1}}{{2}}({text})+\\tfrac12({text})",
    ];

    [Fact]
    public void An_expression_equals_itself() => Expressions.Sample(text => AreEqual($"1({text})", text));

    [Fact]
    public void Equality_has_no_direction() => Gen.Select(Expressions, Expressions).Sample((one, other) => AreEqual(one, other) == AreEqual(other, one));

    [Fact]
    public void A_rewritten_expression_is_equal() =>
        Gen.Select(Expressions, Gen.Int[0, Rewritings.Length - 1]).Sample((text, which) => AreEqual(text, Rewritings[which](text)));

    [Fact]
    public void A_changed_expression_is_not_equal() =>
        Expressions.Sample(text => !AreEqual(text, $"\\frac{{11}}{{10}}({text})+\\sqrt{{9973}}"));

    [Fact]
    public void Judging_never_throws() => Gen.Select(Gen.String, Expressions, Gen.String).Sample((before, text, after) =>
    {
        AreEqual(text, before + text + after);
        return true;
    });

    private static Gen<string> Atoms() => Gen.OneOf(Gen.Int[0, 99].Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)), Gen.Const("x"), Gen.Const("y"), Gen.Const("\\pi"));

    private static bool AreEqual(string key, string reply)
    {
        var question = Questions.Free(QuestionKind.Expression, new ExpressionKey([key]));
        return Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, $"\\boxed{{{reply}}}")).Verdict == Verdict.Right;
    }
}
