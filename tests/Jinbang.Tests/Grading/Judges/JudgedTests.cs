using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Grading.Judges;
using Jinbang.Models;

namespace Jinbang.Tests.Grading.Judges;

public sealed class JudgedTests
{
    private static readonly Question Choice = Questions.WithOptions(QuestionKind.SingleChoice, "red lead; green paint; blue ink");
    private static readonly RubricKey Rubric = new([new(2, "names the cause"), new(1, "gives an example")]);
    private static readonly Question Open = Questions.Free(QuestionKind.Open, Rubric);

    [Fact]
    public void Where_rules_read_the_reply_judges_are_not_needed_and_do_not_count()
    {
        var reply = new Reply(Outcome.Replied, "Answer: A");

        Assert.False(Judged.IsNeeded(Choice, reply));
        var grade = Judged.Grade(Choice, CreditRule.Exact, reply, [Said.By("j", Said.Reading("letter", "B", "Answer"))]);
        Assert.Equal((Verdict.Right, "A", false), (grade!.Verdict, grade.Reading.Answer, grade.Reading.IsByJudge));
    }

    [Fact]
    public void The_first_judge_that_can_be_believed_counts()
    {
        var reply = new Reply(Outcome.Replied, "something about lead, I guess");

        var grade = Judged.Grade(Choice, CreditRule.Exact, reply,
        [
            Said.By("one", "I think it is A"), Said.By("two", Said.Reading("letter", "A", "about lead")), Said.By("three", Said.Reading("unreadable", "", "")),
        ]);

        Assert.Equal((Verdict.Right, "judge:two"), (grade!.Verdict, grade.Reading.Rule));
    }

    [Fact]
    public void When_no_judge_can_be_believed_the_reply_stays_unreadable()
    {
        var grade = Judged.Grade(Choice, CreditRule.Exact, new Reply(Outcome.Replied, "hm, tricky"), [Said.By("one", "A")]);

        Assert.Equal((Verdict.Unreadable, 0, "judge-invalid"), (grade!.Verdict, grade.Points, grade.Reading.Rule));
    }

    [Fact]
    public void An_open_answer_has_no_grade_until_judges_have_spoken() =>
        Assert.Null(Judged.Grade(Open, CreditRule.Exact, new Reply(Outcome.Replied, "Because."), []));

    [Fact]
    public void An_open_question_without_an_answer_needs_no_judge()
    {
        Assert.False(Judged.IsNeeded(Open, new Reply(Outcome.Replied, " \n")));
        Assert.False(Judged.IsNeeded(Open, new Reply(Outcome.Refused, "")));
        Assert.True(Judged.IsNeeded(Open, new Reply(Outcome.CutOff, "Because the")));
    }

    [Theory]
    [InlineData("2,1", "2,1", Verdict.Right, 1)]
    [InlineData("2,0", "1,0", Verdict.Partial, 0.5)]
    [InlineData("0,0", "0,0", Verdict.Wrong, 0)]
    public void Points_are_the_mean_of_all_judges_over_what_is_possible(string first, string second, Verdict verdict, double points)
    {
        var grade = Judged.Grade(Open, CreditRule.Exact, new Reply(Outcome.Replied, "Because."), [By("a", first), By("b", second)]);

        Assert.Equal((verdict, (decimal)points, "judge:a+b"), (grade!.Verdict, grade.Points, grade.Reading.Rule));
    }

    [Fact]
    public void A_judge_that_cannot_be_believed_is_left_out_of_the_mean_and_confusing_all_of_them_earns_nothing()
    {
        var reply = new Reply(Outcome.Replied, "Because.");

        Assert.Equal(1m / 3, Judged.Grade(Open, CreditRule.Exact, reply, [By("a", "0,1"), Said.By("b", "full points!")])!.Points, 10);
        var confused = Judged.Grade(Open, CreditRule.Exact, reply, [Said.By("a", "full points!")]);
        Assert.Equal((Verdict.Unreadable, 0), (confused!.Verdict, confused.Points));
    }

    [Theory]
    [InlineData("""{"points":[2]}""")]
    [InlineData("""{"points":[2,1,1]}""")]
    [InlineData("""{"points":[3,0]}""")]
    [InlineData("""{"points":[-1,1]}""")]
    [InlineData("""{"points":["2","1"]}""")]
    [InlineData("""{"points":[null,1]}""")]
    [InlineData("""{"points":[1e400,1]}""")]
    [InlineData("""{"points":[2,1],"points":[0,0]}""")]
    [InlineData("""{"points":{"1":2,"2":1}}""")]
    [InlineData("""{"score":[2,1]}""")]
    [InlineData("2, 1")]
    public void Points_that_the_rubric_does_not_have_are_not_believed(string said) => Assert.Null(RubricPoints.Of(Rubric, Said.By("j", said)));

    [Fact]
    public void Guessing_earns_nothing_on_an_open_question() =>
        Assert.Equal(0, Chance.Of(new Exam("e", "E", Language.English, CreditRule.Exact, [Open])));

    private static Judgement By(string name, string points) =>
        Said.By(name, Said.Points([.. points.Split(',').Select(number => decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture))]));
}
