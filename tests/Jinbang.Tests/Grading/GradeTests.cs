using CsCheck;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

public class GradeTests
{
    private static readonly CreditRule[] Rules = [.. Enum.GetValues<CreditKind>().Select(kind => new CreditRule(kind))];
    private static readonly Gen<string> Letters = Gen.Int[1, 31].Select(bits => string.Concat("ABCDE".Where((_, index) => (bits >> index & 1) == 1)));

    [Theory]
    [InlineData(CreditKind.Exact, "ACE", "1")]
    [InlineData(CreditKind.Exact, "AC", "0")]
    [InlineData(CreditKind.Subset, "AC", "0.5")]
    [InlineData(CreditKind.Subset, "AB", "0")]
    [InlineData(CreditKind.Subset, "B", "0")]
    [InlineData(CreditKind.PerOption, "A", "0.25")]
    [InlineData(CreditKind.PerOption, "ACF", "0.75")]
    [InlineData(CreditKind.PerOption, "AB", "0")]
    [InlineData(CreditKind.PerOptionLessWrong, "ACB", "0.25")]
    [InlineData(CreditKind.PerOptionLessWrong, "BD", "0")]
    public void Several_options_earn_points_by_the_rule(CreditKind kind, string answer, string points)
    {
        var key = kind is CreditKind.Exact or CreditKind.Subset ? "ACE" : "ACEF";
        var grade = Multiple(key, new(kind), answer);
        Assert.Equal(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture), grade.Points);
        Assert.Equal(grade.Points switch { 1 => Verdict.Right, 0 => Verdict.Wrong, _ => Verdict.Partial }, grade.Verdict);
    }

    [Fact]
    public void The_exact_answer_earns_one_point_under_every_rule() => Letters.Sample(key =>
        Assert.All(Rules, rule => Assert.Equal(1, Multiple(key, rule, key).Points)));

    [Fact]
    public void Adding_a_wrong_letter_never_raises_points() => Gen.Select(Letters, Letters).Sample((key, answer) =>
        Assert.All(Rules, rule => Assert.All("ABCDEF".Except(key), wrong =>
            Assert.True(Multiple(key, rule, answer + wrong).Points <= Multiple(key, rule, answer).Points))));

    [Theory]
    [InlineData(Outcome.Replied, "答案是B", Verdict.Right, "answer-cue")]
    [InlineData(Outcome.Replied, "答案是C", Verdict.Wrong, "answer-cue")]
    [InlineData(Outcome.Replied, "答案是B、C", Verdict.Wrong, "answer-cue")]
    [InlineData(Outcome.Replied, "没有正确选项", Verdict.Wrong, "none-right")]
    [InlineData(Outcome.Replied, "我无法回答", Verdict.Unanswered, "refusal")]
    [InlineData(Outcome.Replied, "", Verdict.Unanswered, "empty")]
    [InlineData(Outcome.Replied, "Hmm", Verdict.Unreadable, "nothing-conclusive")]
    [InlineData(Outcome.CutOff, "Hmm", Verdict.Unanswered, "cut-off")]
    [InlineData(Outcome.CutOff, "The answer is B because", Verdict.Right, "answer-cue")]
    [InlineData(Outcome.Refused, "The answer is B", Verdict.Unanswered, "provider-refused")]
    public void The_verdict_follows_from_how_asking_ended_and_what_was_read(Outcome outcome, string text, Verdict verdict, string rule)
    {
        var grade = Grader.For(QuestionKind.SingleChoice).Grade(
            Questions.Choice(QuestionKind.SingleChoice, "B"), CreditRule.Exact, new(outcome, text));
        Assert.Equal((verdict, rule), (grade.Verdict, grade.Reading.Rule));
    }

    [Fact]
    public void A_failed_attempt_is_never_graded() => Assert.Throws<ArgumentException>(() =>
        Grader.For(QuestionKind.SingleChoice).Grade(Questions.Choice(QuestionKind.SingleChoice, "B"), CreditRule.Exact, new(Outcome.Failed, "B")));

    [Theory]
    [InlineData("12.5", "0", null, "12.50", Verdict.Right)]
    [InlineData("12.5", "0.1", null, "12.6", Verdict.Right)]
    [InlineData("12.5", "0.1", null, "12.61", Verdict.Wrong)]
    [InlineData("45", "0", "%", "45%", Verdict.Right)]
    [InlineData("45", "0", "%", "0.45", Verdict.Right)]
    [InlineData("45", "0", "%", "45", Verdict.Right)]
    [InlineData("0.45", "0", null, "45%", Verdict.Wrong)]
    [InlineData("45", "0", null, "45%", Verdict.Right)]
    [InlineData("0.3333", "0.0001", null, "1/3", Verdict.Right)]
    [InlineData("1", "0", null, "1e300", Verdict.Wrong)]
    [InlineData("79228162514264337593543950335", "0", null, "-79228162514264337593543950335", Verdict.Wrong)]
    public void A_number_is_right_within_the_tolerance(string key, string tolerance, string? unit, string reply, Verdict verdict)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var question = Questions.Free(QuestionKind.Number, new NumberKey(decimal.Parse(key, culture), decimal.Parse(tolerance, culture), unit));
        Assert.Equal(verdict, Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, reply)).Verdict);
    }

    [Theory]
    [InlineData("Answer: the Seine.", Verdict.Right)]
    [InlineData("塞纳河", Verdict.Right)]
    [InlineData("the Rhine", Verdict.Wrong)]
    public void A_text_is_right_when_it_equals_an_accepted_one(string reply, Verdict verdict)
    {
        var question = Questions.Free(QuestionKind.ShortText, new TextKey(["Seine", "塞纳河"]));
        Assert.Equal(verdict, Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, reply)).Verdict);
    }

    [Theory]
    [InlineData("正确", true, Verdict.Right)]
    [InlineData("正确", false, Verdict.Wrong)]
    public void A_judgement_is_compared_with_the_key(string reply, bool key, Verdict verdict)
    {
        var question = Questions.Free(QuestionKind.TrueFalse, new TruthKey(key));
        Assert.Equal(verdict, Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, reply)).Verdict);
    }

    private static Grade Multiple(string key, CreditRule rule, string answer) =>
        Grader.For(QuestionKind.MultipleChoice).Grade(
            Questions.Choice(QuestionKind.MultipleChoice, key, 'F'), rule, new(Outcome.Replied, string.Join('、', answer.Order())));
}
