using CsCheck;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;

namespace Jinbang.Tests.Grading;

public class ReadingLawTests
{
    private static readonly string[] Pieces =
    [
        "答案", "是", "选", "A", "B", "C", "J", "a", "(", ")", "[[", "]]", "\\boxed{", "}", "\\frac{", "<think>", "</think>", "answer", " is ",
        "not ", "正确", "错误", "true", "false", "or", "、", ",", " ", "\n", ".", "-", "12", "3.5", "1e99999", "/0", "×10^", "⁻⁹", "%", "{\"answer\": ", "\"", "}", "[", "]", "\\u00", "\\", "answer: ", "```yaml\n", "一", "分之", "万", "百分之", "十", "twelve", " hundred", "½", "√", "^", "$", "\\sqrt[", "\\begin{pmatrix}", "&", "\\\\", "_", "!", "(1)", "1. ", "【答案】", ";", "=", "±", "∪", "Ⓑ", "\uD835", "\uDC01", "\0", "é",
        "option ", "option text 65", "the second option", "第二个", "最后一项", "①", "so ", "therefore ", "的是", "排除", "剩下", "to ", "和", "Question: ", "\n\n",
        "题目：", "none of the above", "以上都不对", "all of the above", "全选", "please provide", "is correct", "<b>", "</b>", "[THINK]", "[/THINK]", "◁think▷",
        "{\"answer\": \"", "?", ":", "**", "I ", "可能", "letter ",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String, Pick(Pieces).Array[0, 30].Select(string.Concat));

    [Fact]
    public void Reading_never_throws_and_keeps_within_the_text() => Gen.Select(Gen.Enum<QuestionKind>(), Texts).Sample((kind, text) =>
    {
        var reading = Grader.For(kind).Read(Questions.Choice(kind, "A"), text);
        return reading.Start >= 0 && reading.Length >= 0 && reading.Start + reading.Length <= text.Length
            && reading.Confidence is > 0 and <= 1;
    }, iter: 20_000);

    [Fact]
    public void Grading_never_throws() => Texts.Sample(text =>
    {
        var question = Questions.Free(QuestionKind.Number, new NumberKey(decimal.MaxValue, 1, "%"));
        Grader.For(question.Kind).Grade(question, CreditRule.Exact, new(Outcome.Replied, text));
    }, iter: 20_000);

    [Fact]
    public void Grading_lists_and_expressions_never_throws() => Gen.Select(Texts, Texts, Gen.Bool).Sample((key, text, isOrdered) =>
    {
        foreach (var question in new[]
        {
            Questions.Free(QuestionKind.Expression, new ExpressionKey([key])),
            Questions.Free(QuestionKind.List, new ListKey([["A"], ["BC"]], isOrdered)),
            Questions.Free(QuestionKind.List, new ListKey([[key], ["x"], ["3"]], isOrdered)),
        })
        {
            foreach (var kind in Enum.GetValues<CreditKind>())
            {
                Assert.InRange(Grader.For(question.Kind).Grade(question, new(kind), new(Outcome.Replied, text)).Points, 0, 1);
            }
        }
    }, iter: 5_000);

    [Fact]
    public void An_answer_reads_the_same_alone_and_in_a_field() =>
        Gen.Select(Gen.Int[-9999, 9999], Pick("{0}", "{{\"answer\": {0}}}", "{{\"reasoning\": \"2, then 3\", \"answer\": \"{0}\"}}", "```json\n{{\"final_answer\": \"{0}\"\n", "steps: 3\nanswer: {0}", "{{'答案': '{0}'}}")).Sample((number, form) =>
        {
            var written = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Grader.For(QuestionKind.Number).Read(Questions.Free(QuestionKind.Number, new NumberKey(0)), string.Format(System.Globalization.CultureInfo.InvariantCulture, form, written)).Answer == written;
        });

    [Fact]
    public void A_letter_is_always_one_of_the_options() => Gen.Select(Gen.Bool, Texts).Sample((several, text) =>
    {
        var kind = several ? QuestionKind.MultipleChoice : QuestionKind.SingleChoice;
        var reading = Grader.For(kind).Read(Questions.Choice(kind, "A", 'C'), text);
        return reading.Kind is ReadingKind.Letter or ReadingKind.Letters
            ? reading.Answer != "" && reading.Answer.All("ABC".Contains) && reading.Answer.SequenceEqual(reading.Answer.Distinct().Order())
            : reading.Answer == "";
    }, iter: 20_000);

    [Fact]
    public void A_bare_letter_reads_the_same_in_every_bracket() =>
        Gen.Select(Gen.Char['A', 'J'], Pick("()", "（）", "[]", "【】", "「」", "“”", "\"\"", "{}", "**", "``", "$$", "__")).Sample((letter, brackets) =>
        {
            var question = Questions.Choice(QuestionKind.SingleChoice, "A", 'J');
            var grader = Grader.For(question.Kind);
            return grader.Read(question, $"{brackets[0]}{letter}{brackets[1]}").Answer == grader.Read(question, letter.ToString()).Answer;
        });

    [Fact]
    public void Time_grows_with_the_length_of_a_reply_and_no_faster() =>
        Gen.Select(Gen.Enum<QuestionKind>(), Pick(Pieces).Array[1, 4].Select(string.Concat)).Sample((kind, piece) =>
        {
            var question = Questions.Choice(kind, "A");
            var few = string.Concat(Enumerable.Repeat(piece, 25_000 / piece.Length));
            var many = string.Concat(Enumerable.Repeat(few, 8));

            // Eight times the text: linear takes 8 times as long, quadratic 64 times; the rest is for busy machines.
            return Seconds(question, many) <= (30 * Seconds(question, few)) + 0.5;
        }, iter: 100, threads: 1);

    private static double Seconds(Question question, string text) => Enumerable.Range(0, 3).Min(_ =>
    {
        var began = TimeProvider.System.GetTimestamp();
        Grader.For(question.Kind).Read(question, text);
        return TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    });

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
