using Jinbang.Exams;
using Jinbang.Exams.Twins;

namespace Jinbang.Tests.Exams.Twins;

public sealed class TwinSearchTests
{
    private const string Stem = "Which of these drugs is the first choice against the high blood pressure of a pregnant woman in her second trimester?";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public void Spaces_case_width_and_the_order_of_options_make_no_other_question()
    {
        var exam = ExamOf("one", Choice("a", Stem, 'A', "labetalol", "enalapril"));
        var other = ExamOf("two", Choice("b", "ＷＨＩＣＨ of these  drugs is the first choice against the high blood pressure of a pregnant woman in her second trimester？", 'B', "Enalapril", "Labetalol"));

        Assert.Equal([new Twin("two", "b", 1, false)], TwinSearch.Find(exam, [other], Token)["a"]);
    }

    [Fact]
    public void A_few_other_letters_make_a_near_twin()
    {
        var exam = ExamOf("one", Choice("a", Stem, 'A', "labetalol", "enalapril"), Choice("b", Stem.Replace("second", "third", StringComparison.Ordinal), 'B', "labetalol", "enalapril"));

        var twins = TwinSearch.Find(exam, [], Token);

        Assert.InRange(Assert.Single(twins["a"]).Likeness, 0.8, 0.99);
        Assert.True(Assert.Single(twins["a"]).KeyDiffers);
        Assert.Equal("a", Assert.Single(twins["b"]).Question);
    }

    [Fact]
    public void Other_questions_and_other_languages_of_the_exam_are_no_twins()
    {
        var exam = ExamOf("one", Choice("a", Stem, 'A', "labetalol", "enalapril"), Choice("c", "What is the capital of France, by the way?", 'A', "Paris", "Lyon"), Choice("d", "?", 'A', "1", "2"));

        Assert.Empty(TwinSearch.Find(exam, [exam with { Language = Language.Chinese }], Token));
    }

    [Fact]
    public void A_bank_that_always_asks_the_same_ends_soon()
    {
        var exam = ExamOf("one", [.. Enumerable.Range(0, 1000).Select(nth => Choice($"q{nth}", Stem, 'A', "labetalol", "enalapril"))]);

        Assert.Equal(1000, TwinSearch.Find(exam, [], Token).Count);
    }

    private static Exam ExamOf(string id, params Question[] questions) => new(id, id, Language.English, CreditRule.Exact, questions);

    private static Question Choice(string id, string stem, char key, params string[] options) =>
        new(id, QuestionKind.SingleChoice, stem, [.. options.Select((text, at) => new Option((char)('A' + at), text))], new LettersKey(key.ToString()));
}
