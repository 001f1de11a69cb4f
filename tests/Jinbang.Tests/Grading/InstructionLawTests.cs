using CsCheck;
using Jinbang.Exams;
using Jinbang.Exams.Instructions;
using Jinbang.Grading;
using Jinbang.Grading.Instructions;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

public class InstructionLawTests
{
    private static readonly string[] Pieces =
    [
        "answer", "答案", "A", "NASA", "n't", "'s", ".", ". ", "!", "?", "。", "……", ",", "，", " ", "\n", "\n\n", "*", "**", "***", "******", "[", "]",
        "【", "】", "<<", ">>", "《", "》", "\"", "“", "”", "-", "--", "P.", "S.", "1", "一", "第", "{", "}", ":", "```", "é", "ह", "\uD835", "\0",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(Gen.String, Pick(Pieces).Array[0, 40].Select(string.Concat));

    private static readonly Gen<Instruction> Asked = Gen.Select(
        Gen.Enum<InstructionKind>(), Pick("answer", "A", "第X答", "。", "P.S.", "P.P.S", "en", "zh"), Gen.Int[0, 5], Gen.Enum<CountRelation>(), Gen.Int[1, 4],
        (kind, text, count, relation, place) => new Instruction(kind) { Words = [text], Text = text, Count = count, Relation = relation, Place = place });

    [Fact]
    public void What_follows_strictly_follows_loosely() => Gen.Select(Asked, Texts, Gen.Enum<Language>()).Sample((asked, text, language) =>
        !InstructionRules.Follows(asked, text, language, isLoose: false) || InstructionRules.Follows(asked, text, language, isLoose: true), iter: 30_000);

    [Fact]
    public void A_count_is_either_at_least_a_number_or_less() => Gen.Select(Asked, Texts, Gen.Enum<Language>())
        .Where((asked, text, _) => !string.IsNullOrWhiteSpace(text) && HasRelation(asked.Kind)).Sample((asked, text, language) =>
            InstructionRules.Follows(asked with { Relation = CountRelation.AtLeast }, text, language, isLoose: false)
            != InstructionRules.Follows(asked with { Relation = CountRelation.LessThan }, text, language, isLoose: false), iter: 10_000);

    [Fact]
    public void A_reply_that_says_nothing_follows_nothing() => Gen.Select(Asked, Gen.Enum<Language>()).Sample((asked, language) =>
        !InstructionRules.Follows(asked, " \n\n", language, isLoose: true));

    [Fact]
    public void Thinking_changes_nothing() => Gen.Select(Texts, Texts).Where((text, thought) => !text.Contains("think", StringComparison.Ordinal) && !thought.Contains("think", StringComparison.Ordinal))
        .Sample((text, thought) => Answer(text.TrimStart()) == Answer($"<think>{thought}</think>\n\n{text.TrimStart()}"));

    [Theory]
    [InlineData(CreditKind.Exact, "0")]
    [InlineData(CreditKind.Subset, "0.4")]
    [InlineData(CreditKind.PerOption, "0.75")]
    [InlineData(CreditKind.PerOptionLessWrong, "0.5")]
    public void Points_follow_the_exam_s_rule(CreditKind kind, string points)
    {
        var grade = Grade("Tea for two.\nNo, for three.", new(kind, 0.4m), isLoose: false);
        Assert.Equal(("++-+/++++", "instructions-strict"), (grade.Reading.Answer, grade.Reading.Rule));
        Assert.Equal(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture), grade.Points);
        Assert.Equal(points == "0" ? Verdict.Wrong : Verdict.Partial, grade.Verdict);
    }

    [Fact]
    public void An_exam_may_count_in_the_loose_sense()
    {
        var grade = Grade("Tea for two.\nNo, for three.", CreditRule.Exact, isLoose: true);
        Assert.Equal((Verdict.Right, 1m, "instructions-loose"), (grade.Verdict, grade.Points, grade.Reading.Rule));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<think>Two teas", "cut-off-thinking")]
    public void Silence_is_no_answer(string reply, string rule)
    {
        var grade = Grade(reply, CreditRule.Exact, isLoose: false);
        Assert.Equal((Verdict.Unanswered, rule), (grade.Verdict, grade.Reading.Rule));
    }

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static bool HasRelation(InstructionKind kind) => kind is InstructionKind.KeywordFrequency or InstructionKind.LetterFrequency
        or InstructionKind.SentenceCount or InstructionKind.WordCount or InstructionKind.CapitalWordFrequency;

    private static string Answer(string text) => Grader.For(QuestionKind.Instructions).Read(Questions.Free(QuestionKind.Instructions, Questions.Every), text).Answer;

    private static Grade Grade(string reply, CreditRule credit, bool isLoose)
    {
        var key = new InstructionsKey(
        [
            new(InstructionKind.KeywordExistence) { Words = ["tea"] },
            new(InstructionKind.ForbiddenWords) { Words = ["four"] },
            new(InstructionKind.NoComma),
            new(InstructionKind.SentenceCount) { Count = 3, Relation = CountRelation.LessThan },
        ])
        { IsLoose = isLoose };
        return Grader.For(QuestionKind.Instructions).Grade(Questions.Free(QuestionKind.Instructions, key), credit, new(Outcome.Replied, reply));
    }
}
