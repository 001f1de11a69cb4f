using CsCheck;
using Jinbang.Exams;
using Jinbang.Grading;

namespace Jinbang.Tests.Grading.Repeats;

public sealed class SameAnswerTests
{
    private static readonly Question Metres = Questions.Free(QuestionKind.Number, new NumberKey(7, 0.01m, "m"));
    private static readonly Question Share = Questions.Free(QuestionKind.Number, new NumberKey(40, 0, "%"));
    private static readonly Question Formula = Questions.Free(QuestionKind.Expression, new ExpressionKey(["x"]));
    private static readonly Question Word = Questions.Free(QuestionKind.ShortText, new TextKey(["water", "H2O"]));
    private static readonly Question Pair = Questions.Free(QuestionKind.List, new ListKey([["1"], ["2"]], IsOrdered: false));

    [Theory]
    [InlineData("5 km", "5000", true)]
    [InlineData("5", "5.01", true)]
    [InlineData("5", "5.02", false)]
    [InlineData("1E+40", "1E+40", true)]
    [InlineData("1E+40", "2E+40", false)]
    public void Numbers_are_the_same_in_the_key_s_unit_and_tolerance(string first, string second, bool same) =>
        Assert.Equal(same, Grader.For(QuestionKind.Number).AreSame(Metres, first, second));

    [Theory]
    [InlineData("50%", "0.5", true)]
    [InlineData("50", "50%", true)]
    [InlineData("50%", "60%", false)]
    public void Percentages_are_the_same_however_they_are_written(string first, string second, bool same) =>
        Assert.Equal(same, Grader.For(QuestionKind.Number).AreSame(Share, first, second));

    [Theory]
    [InlineData(@"\frac{1}{2}", "0.5", true)]
    [InlineData("(x-1)(x+1)", "x^2-1", true)]
    [InlineData("x^2", "x^3", false)]
    public void Expressions_are_the_same_when_they_are_equal(string first, string second, bool same) =>
        Assert.Equal(same, Grader.For(QuestionKind.Expression).AreSame(Formula, first, second));

    [Theory]
    [InlineData("water", "h2o", true)]
    [InlineData("ice", "water", false)]
    [InlineData("ice", "steam", false)]
    public void Accepted_texts_are_one_answer(string first, string second, bool same) =>
        Assert.Equal(same, Grader.For(QuestionKind.ShortText).AreSame(Word, first, second));

    [Theory]
    [InlineData("3; 4", "4; 3", true)]
    [InlineData("3; 4", "3; 5", false)]
    [InlineData("3; 4", "3", false)]
    public void Lists_in_any_order_are_the_same_in_any_order(string first, string second, bool same) =>
        Assert.Equal(same, Grader.For(QuestionKind.List).AreSame(Pair, first, second));

    [Fact]
    public void A_hostile_answer_is_the_same_as_itself_and_breaks_nothing() =>
        Gen.Select(Gen.OneOf(Gen.Const(Metres), Gen.Const(Share), Gen.Const(Formula), Gen.Const(Word), Gen.Const(Pair)), Gen.String, Gen.String).Sample((question, first, second) =>
        {
            _ = Grader.For(question.Kind).AreSame(question, first, second);
            Assert.True(Grader.For(question.Kind).AreSame(question, first, first));
        });
}
