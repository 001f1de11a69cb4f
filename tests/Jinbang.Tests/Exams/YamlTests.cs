using Jinbang.Exams;

namespace Jinbang.Tests.Exams;

public sealed class YamlTests
{
    private const string Bilingual = """
        # A comment first.
        exam: two-tongues
        title: {zh: 双语, en: Bilingual}
        licence: Apache-2.0
        credit: {rule: subset, share: 0.25}
        passages:
          p1: {zh: 短文, en: A text}
        questions:
          - id: a
            passage: p1
            stratum: {zh: 物理, en: Physics}
            stem: {zh: 哪些？, en: Which?}
            options: {A: {zh: 甲, en: x}, B: {zh: 乙, en: y}, C: same}
            key: [A, C]
            weight: 2
          - id: b
            kind: number
            stem: {zh: 几？, en: How many?}
            key: 10
            tolerance: 5%
            unit: kg
        """;

    [Theory]
    [InlineData(null, "双语", "短文", "甲")]
    [InlineData(Language.Chinese, "双语", "短文", "甲")]
    [InlineData(Language.English, "Bilingual", "A text", "x")]
    public void A_bilingual_exam_is_read_in_one_language(Language? language, string title, string passage, string option)
    {
        var reading = ExamText.Read(Bilingual, language: language);

        Assert.Empty(reading.Problems);
        var exam = reading.Exam!;
        Assert.Equal(("two-tongues", title, language ?? Language.Chinese), (exam.Id, exam.Title, exam.Language));
        Assert.Equal(new CreditRule(CreditKind.Subset, 0.25m), exam.Credit);
        var first = exam.Questions[0];
        Assert.Equal((passage, "p1", 2m, 9), (first.Passage, first.Cluster, first.Weight, first.Place.Line));
        Assert.Equal([option, first.Options[1].Text, "same"], first.Options.Select(one => one.Text));
        Assert.Equal(new NumberKey(10, 0.5m, "kg"), exam.Questions[1].Key);
    }

    [Fact]
    public void A_language_the_exam_lacks_is_bad_input()
    {
        var yaml = Bilingual.Replace("en: ", "zh: ", StringComparison.Ordinal);
        Assert.Contains("Duplicate key", Assert.Single(ExamText.Read(yaml).Problems).What.English, StringComparison.Ordinal);

        var error = Assert.Throws<BadInputException>(() => ExamText.Read(
            "exam: t\nquestions:\n- {id: a, stem: {zh: 几？}, key: 1}\n", language: Language.English));
        Assert.Contains("is not written in en; it has zh", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_plain_exam_in_another_language_than_asked_is_bad_input()
    {
        const string Csv = "question,answer\nHow many?,1\n";
        Assert.Equal(Language.English, ExamText.Read(Csv, language: Language.English).Exam!.Language);
        var error = Assert.Throws<BadInputException>(() => ExamText.Read(Csv, language: Language.Chinese));
        Assert.Contains("is not written in zh; it has en", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stated_language_wins_over_the_detected_one() =>
        Assert.Equal(Language.Chinese, ExamText.Read("exam: t\nlanguage: zh\nquestions:\n- {id: a, stem: 1 + 1 = ?, key: 2}\n").Exam!.Language);

    [Theory]
    [InlineData("exam: t\nqestions: []\nquestions: [{id: a, stem: s, key: 1}]", 2, "did you mean questions?")]
    [InlineData("exam: t\ncredit: half\nquestions: [{id: a, stem: s, key: 1}]", 2, "The credit rule \"half\" is not known")]
    [InlineData("exam: t\ncredit: {rule: subset, share: 2}\nquestions: [{id: a, stem: s, key: 1}]", 2, "share must be a number from 0 to 1")]
    [InlineData("exam: t\nlanguage: fr\nquestions: [{id: a, stem: s, key: 1}]", 2, "The language \"fr\" is not known")]
    [InlineData("exam: t\nquestions: {a: b}", 2, "questions must be a list")]
    [InlineData("exam: t\nquestions: []", 0, "The exam has no questions.")]
    [InlineData("exam: t\nquestions:\n- just a text", 3, "A question must have fields")]
    [InlineData("exam: t\nquestions:\n- {stem: s, key: 1}", 3, "The question has no id.")]
    [InlineData("exam: t\nquestions:\n- {id: a, stem: {zh: 几}, key: 1}\n- {id: b, stem: {en: s}, key: 1}", 4, "stem has no text in zh")]
    [InlineData("exam: t\nquestions:\n- {id: a, stem: \"s, key: 1}", 3, "The YAML breaks here")]
    [InlineData("exam: t\nquestions:\n- &q {id: a, stem: s, key: 1}\n- *q", 4, "aliases (*name) are not allowed")]
    [InlineData("exam: t\n---\nquestions: []", 1, "must be one YAML document")]
    public void What_is_wrong_is_told_with_its_line(string yaml, int line, string what)
    {
        var problem = Assert.Single(ExamText.Read(yaml).Problems);

        Assert.Equal(Severity.Error, problem.Severity);
        Assert.Contains(what, problem.What.English, StringComparison.Ordinal);
        Assert.Equal(line, problem.Place.Line);
    }

    [Fact]
    public void An_id_that_is_no_name_is_tidied_with_a_warning()
    {
        var reading = ExamText.Read("exam: my exam/2\nquestions: [{id: a, stem: s, key: 1}]");

        Assert.Equal("my-exam-2", reading.Exam!.Id);
        Assert.Equal(Severity.Warning, Assert.Single(reading.Problems).Severity);
    }
}
