using Jinbang.Exams;

namespace Jinbang.Tests.Exams;

public sealed class RubricTests
{
    [Fact]
    public void An_open_question_has_criteria_with_points_and_perhaps_a_model_answer()
    {
        var reading = ExamText.Read("""
            questions:
              - id: o1
                kind: open
                stem: {zh: 为什么天是蓝的？, en: Why is the sky blue?}
                rubric:
                  - {points: 2, text: {zh: 瑞利散射, en: Rayleigh scattering}}
                  - {points: 0.5, text: {zh: 短波散射更强, en: short waves scatter more}}
                reference: {zh: 空气散射短波。, en: Air scatters short waves.}
            """);

        Assert.Empty(reading.Problems);
        var question = Assert.Single(reading.Exam!.Questions);
        var rubric = Assert.IsType<RubricKey>(question.Key);
        Assert.Equal(QuestionKind.Open, question.Kind);
        Assert.Equal([new Criterion(2, "瑞利散射"), new Criterion(0.5m, "短波散射更强")], rubric.Criteria);
        Assert.Equal((2.5m, "空气散射短波。"), (rubric.Possible, rubric.Reference));
    }

    [Fact]
    public void A_rubric_alone_makes_a_question_open() => Assert.Equal(
        QuestionKind.Open, ExamText.Read("questions: [{id: o, stem: Why?, rubric: [{points: 1, text: because}]}]").Exam!.Questions[0].Kind);

    [Theory]
    [InlineData("kind: open", "rubric")]
    [InlineData("kind: open, key: because", "rubric")]
    [InlineData("rubric: [{points: 1, text: x}], key: because", "reference")]
    [InlineData("rubric: [{points: 1, text: x}], options: {A: x, B: y}", "options")]
    [InlineData("kind: number, rubric: [{points: 1, text: x}]", "kind open")]
    [InlineData("rubric: [{points: 0, text: x}]", "above 0")]
    [InlineData("rubric: [{points: -1, text: x}]", "above 0")]
    [InlineData("rubric: [{points: many, text: x}]", "many")]
    [InlineData("rubric: [{points: 1}]", "no text")]
    [InlineData("rubric: [{points: 1, txt: x}]", "text")]
    [InlineData("rubric: [because]", "points and text")]
    [InlineData("rubric: because", "list")]
    public void A_rubric_that_cannot_be_used_is_named_with_its_line(string fields, string named)
    {
        var reading = ExamText.Read($"questions:\n  - {{id: o, stem: Why?, {fields}}}");

        var problems = reading.Problems.Where(problem => problem.Severity is Severity.Error).ToList();
        Assert.Contains(problems, problem => problem.What.English.Contains(named, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Equal(2, problem.Place.Line));
        Assert.Null(reading.Exam);
    }
}
