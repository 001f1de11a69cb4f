using Jinbang.Exams;

namespace Jinbang.Tests.Exams;

public sealed class ProblemsTests
{
    private const string Options = "options: {A: one, B: two, C: three}\n";

    [Theory]
    [InlineData(Options + "key: E", Severity.Error, "The key E names E, but the options are ABC.")]
    [InlineData(Options + "key: '42'", Severity.Error, "is not made of option letters")]
    [InlineData(Options + "key: CA", Severity.Warning, "were sorted into AC")]
    [InlineData(Options + "key: AAC", Severity.Warning, "repeats a letter; it was read as AC")]
    [InlineData(Options + "kind: multiple\nkey: B", Severity.Warning, "its key is B alone")]
    [InlineData(Options + "kind: single\nkey: AB", Severity.Error, "is to have one right option, but its key is AB")]
    [InlineData(Options, Severity.Error, "has no key")]
    [InlineData(Options + "key: nan", Severity.Error, "has no key")]
    [InlineData("options: {A: one}\nkey: A", Severity.Error, "needs at least two options; it has 1")]
    [InlineData("kind: single\nkey: A", Severity.Error, "needs at least two options; it has 0")]
    [InlineData("options: {A: one, B: two, C: one}\nkey: B", Severity.Warning, "The options AC have the same text.")]
    [InlineData("options: {A: one, B: two, C: ''}\nkey: B", Severity.Warning, "These options have no text: C.")]
    [InlineData("options: {A: one, B: two, D: four}\nkey: B", Severity.Warning, "The option letters ABD leave a gap.")]
    [InlineData("options: {B: two, A: one}\nkey: B", Severity.Warning, "stand in the order BA; they were sorted")]
    [InlineData("options: {A: one, a: two}\nkey: A", Severity.Error, "An option letter is used twice: AA.")]
    [InlineData("options: {A: one, B2: two}\nkey: A", Severity.Error, "\"B2\" is not named by a letter from A to J")]
    [InlineData("options: {A: a, B: b, C: c, D: d, E: e, F: f, G: g, H: h, I: i, J: j, K: k}\nkey: A", Severity.Error, "There are 11 options")]
    [InlineData("kind: number\nkey: ten", Severity.Error, "The key \"ten\" is not a number")]
    [InlineData("kind: number\nkey: 1e99", Severity.Error, "is not a number")]
    [InlineData("kind: number\nkey: 10\ntolerance: some", Severity.Error, "The tolerance \"some\" is neither")]
    [InlineData("kind: number\nkey: 10\ntolerance: -1", Severity.Error, "The tolerance \"-1\" is neither")]
    [InlineData("kind: text\nkey: ten\ntolerance: 1", Severity.Warning, "count for questions of the kind number only")]
    [InlineData("kind: true-false\nkey: maybe", Severity.Error, "neither true nor false")]
    [InlineData(Options + "kind: number\nkey: 10", Severity.Error, "has no options; take them out")]
    [InlineData(Options + "key: A\nweight: 0", Severity.Error, "The weight \"0\" is not a number above 0.")]
    [InlineData(Options + "key: A\nkind: sngle", Severity.Error, "The kind \"sngle\" is not known")]
    [InlineData(Options + "key: A\nexplanaton: x", Severity.Error, "\"explanaton\" is not known; did you mean explanation?")]
    [InlineData(Options + "key: A\ncolour: x", Severity.Error, "\"colour\" is not known; known are id, kind")]
    [InlineData(Options + "key: A\npassage: p9", Severity.Error, "The passage \"p9\" is not among")]
    [InlineData(Options + "key: A\ntopic: {fr: x, en: y}", Severity.Error, "topic has the entry \"fr\"; only zh and en")]
    [InlineData(Options + "key: A\ntopic: [x]", Severity.Error, "topic must be one text")]
    [InlineData("options: [x, y]\nkey: A", Severity.Error, "options must have named entries")]
    [InlineData(Options + "key: A\nexplanation: \"a\\x07b\\x00\"", Severity.Warning, "Control characters were taken out")]
    public void Each_problem_is_reported_with_its_line(string fields, Severity severity, string what)
    {
        var reading = ExamText.Question("stem: What is it?\n" + fields);

        var problem = Assert.Single(reading.Problems, problem => problem.Severity == severity);
        Assert.Contains(what, problem.What.English, StringComparison.Ordinal);
        Assert.Equal("q1", problem.Question);
        Assert.InRange(problem.Place.Line, 3, 9);
        Assert.NotEqual(problem.What.English, problem.What.Chinese);
        Assert.Equal(severity is Severity.Error, reading.Exam is null);
    }

    [Fact]
    public void An_empty_stem_is_an_error()
    {
        var problem = Assert.Single(ExamText.Question("stem: ' '\noptions: {A: x, B: y}\nkey: A").Problems);
        Assert.Equal("The question has no text (empty stem).", problem.What.English);
    }

    [Fact]
    public void A_repeated_question_names_the_other_line_and_stays()
    {
        var reading = ExamText.Read("question,A,B,answer\nIs it so?,yes,no,A\nIs  it SO？,no,yes,B\nIs it so?,yes,maybe,A\n");

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(Severity.Warning, problem.Severity);
        Assert.Equal(3, problem.Place.Line);
        Assert.Contains("line 2", problem.What.English, StringComparison.Ordinal);
        Assert.Equal(3, reading.Exam!.Questions.Count);
    }

    [Fact]
    public void The_same_text_about_another_passage_is_another_question()
    {
        const string Row = """{"passage":"P","question":"Which?","options":["(A)x","(B)y"],"label":"A","answer":null}""";
        var reading = ExamText.Read(Row + "\n" + Row.Replace("\"P\"", "\"Q\"", StringComparison.Ordinal));

        Assert.Empty(reading.Problems);
        Assert.Equal(["1", "2"], reading.Exam!.Questions.Select(question => question.Cluster));
    }

    [Fact]
    public void A_repeated_id_is_an_error_and_the_first_stays()
    {
        var reading = ExamText.Read("id,question,A,B,answer\n7,One?,x,y,A\n7,Two?,x,y,A\n");

        var problem = Assert.Single(reading.Problems);
        Assert.Equal("The id 7 was already given at line 2; ids must differ.", problem.What.English);
        Assert.Equal("One?", Assert.Single(reading.Exam!.Questions).Stem);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("正确", true)]
    [InlineData("对", true)]
    [InlineData("√", true)]
    [InlineData("yes", true)]
    [InlineData("T", true)]
    [InlineData("1", true)]
    [InlineData("False", false)]
    [InlineData("错误", false)]
    [InlineData("错", false)]
    [InlineData("×", false)]
    [InlineData("no", false)]
    [InlineData("Ｆ", false)]
    [InlineData("0", false)]
    public void Words_of_truth_are_understood(string word, bool isTrue) =>
        Assert.Equal(new TruthKey(isTrue), ExamText.Question($"stem: It is.\nkind: true-false\nkey: \"{word}\"").Exam!.Questions[0].Key);

    [Theory]
    [InlineData("12.5", "", "12.5", "0")]
    [InlineData("1,200", "", "1200", "0")]
    [InlineData("−3", "tolerance: 0.1", "-3", "0.1")]
    [InlineData("-200", "tolerance: 2%", "-200", "4.00")]
    [InlineData("1.5e3", "tolerance: 1％", "1500", "15")]
    public void Numbers_and_tolerances_are_understood(string key, string fields, string value, string tolerance)
    {
        var number = (NumberKey)ExamText.Question($"stem: How many?\nkey: \"{key}\"\n{fields}").Exam!.Questions[0].Key;

        Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), number.Value);
        Assert.Equal(decimal.Parse(tolerance, System.Globalization.CultureInfo.InvariantCulture), number.Tolerance);
    }

    [Theory]
    [InlineData("options: {A: x, B: y}\nkey: B", QuestionKind.SingleChoice)]
    [InlineData("options: {A: x, B: y}\nkey: AB", QuestionKind.MultipleChoice)]
    [InlineData("options: {A: x, B: y}\nkey: [A, B]", QuestionKind.MultipleChoice)]
    [InlineData("options: {A: x, B: y}\nkey: ａ、Ｂ", QuestionKind.MultipleChoice)]
    [InlineData("options: {A: 正确, B: 错误}\nkind: true-false\nkey: 正确", QuestionKind.SingleChoice)]
    [InlineData("key: false", QuestionKind.TrueFalse)]
    [InlineData("key: 12", QuestionKind.Number)]
    [InlineData("key: [Paris, Paname]", QuestionKind.ShortText)]
    public void The_kind_follows_from_options_and_key(string fields, QuestionKind kind)
    {
        var reading = ExamText.Question("stem: What?\n" + fields);

        Assert.Empty(reading.Problems);
        Assert.Equal(kind, reading.Exam!.Questions[0].Kind);
    }
}
