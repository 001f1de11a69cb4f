using Jinbang.Exams;
using Jinbang.Grading.Judges;
using Jinbang.Models;

namespace Jinbang.Tests.Grading.Judges;

public sealed class ReportedReadingTests
{
    private const string Invalid = "Unreadable  judge-invalid";

    private static readonly Question Choice = Questions.WithOptions(
        QuestionKind.MultipleChoice, "Rinsing with plenty of water; Neutralising with strong alkali; Bandaging at once; Waiting");

    [Theory]
    [InlineData("Well, rinsing, I suppose, whatever others say.", "letter", "A", "rinsing, I suppose", "Letter A judge:j")]
    [InlineData("Well, (b) or so.", "letter", "B", "(b)", Invalid)]
    [InlineData("Perhaps B, on the whole.", "letter", "B", "Perhaps B", "Letter B judge:j")]
    [InlineData("AC it might be", "letters", "AC", "AC it might be", "Letters AC judge:j")]
    [InlineData("rinsing, then bandaging", "letters", "AC", "rinsing, then bandaging", "Letters AC judge:j")]
    [InlineData("rinsing, then something", "letters", "AC", "rinsing, then something", Invalid)]
    [InlineData("Ｂ，大概吧", "letter", "B", "B,大概吧", "Letter B judge:j")]
    public void Letters_count_when_words_of_the_reply_name_their_options(string reply, string kind, string answer, string quote, string expected) =>
        Assert.Equal(expected, Read(Choice, reply, Said.Reading(kind, answer, quote)));

    [Theory]
    [InlineData("letter", "E", "Perhaps B")]
    [InlineData("letter", "b", "Perhaps B")]
    [InlineData("letter", "", "Perhaps B")]
    [InlineData("letter", "A", "Perhaps B")]
    [InlineData("letter", "AB", "Perhaps B")]
    [InlineData("letters", "B", "Perhaps B")]
    [InlineData("letters", "BA", "Perhaps B")]
    [InlineData("letters", "BB", "Perhaps B")]
    [InlineData("value", "B", "Perhaps B")]
    [InlineData("Letter", "B", "Perhaps B")]
    [InlineData("letter", "B", "Surely B")]
    [InlineData("letter", "B", "")]
    [InlineData("letter", "B", " ")]
    [InlineData("refusal", "", "I will not say")]
    public void What_the_reply_does_not_say_is_not_believed(string kind, string answer, string quote) =>
        Assert.Equal(Invalid, Read(Choice, "Perhaps B, on the whole.", Said.Reading(kind, answer, quote)));

    [Theory]
    [InlineData("I would rather keep out of this.", "refusal", "rather keep out", "Refusal  judge:j")]
    [InlineData("They are all of them off the mark.", "no_correct_option", "all of them off the mark", "NoCorrectOption  judge:j")]
    [InlineData("Hm.", "unreadable", "", "Unreadable  judge:j")]
    public void Other_ends_are_reported_too(string reply, string kind, string quote, string expected) =>
        Assert.Equal(expected, Read(Choice, reply, Said.Reading(kind, "", quote)));

    [Theory]
    [InlineData("somewhere near 1,250.5 kg or a little off, not 3", "1,250.5", "near 1,250.5 kg", "Value 1250.5 judge:j")]
    [InlineData("between 3 and 14", "14", "between 3 and 14", "Value 14 judge:j")]
    [InlineData("between 3 and 14", "4", "between 3 and 14", Invalid)]
    [InlineData("between 3 and 1.4", "1", "between 3 and 1.4", Invalid)]
    [InlineData("between 3 and -14", "14", "between 3 and -14", Invalid)]
    [InlineData("between 3 and 14", "42", "between 3 and 14", Invalid)]
    [InlineData("between 3 and 14", "between", "between 3 and 14", Invalid)]
    public void A_number_counts_when_it_stands_in_the_reply(string reply, string answer, string quote, string expected) =>
        Assert.Equal(expected, Read(Questions.Free(QuestionKind.Number, new NumberKey(14)), reply, Said.Reading("value", answer, quote)));

    [Theory]
    [InlineData("true", "Value true judge:j")]
    [InlineData("True", Invalid)]
    [InlineData("no", Invalid)]
    public void A_statement_is_true_or_false(string answer, string expected) => Assert.Equal(
        expected, Read(Questions.Free(QuestionKind.TrueFalse, new TruthKey(true)), "One has to grant the point.", Said.Reading("value", answer, "grant the point")));

    [Fact]
    public void A_text_is_what_its_own_reader_makes_of_it() => Assert.Equal(
        "Value seine judge:j",
        Read(Questions.Free(QuestionKind.ShortText, new TextKey(["Seine"])), "Paris has\n\nthe Seine in it.", Said.Reading("value", "the  Seine", "has the Seine in")));

    [Theory]
    [InlineData("B")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"kind":"letter","answer":"B"}""")]
    [InlineData("""{"kind":"letter","answer":"B","quote":"Perhaps B","why":"x"}""")]
    [InlineData("""{"kind":"letter","kind":"letter","answer":"B","quote":"Perhaps B"}""")]
    [InlineData("""{"kind":"letter","answer":["B"],"quote":"Perhaps B"}""")]
    [InlineData("""{"kind":"letter","answer":"\ud800","quote":"Perhaps B"}""")]
    [InlineData("""{"kind":"letter","answer":"B","quote":"Perhaps B"} and so on""")]
    [InlineData("""{"kind":"letter","answer":"B","quote":"Perhaps B",}""")]
    [InlineData("[[[[[[[[[[[[[[[[")]
    public void Anything_but_the_one_object_is_not_believed(string said) => Assert.Equal(Invalid, Read(Choice, "Perhaps B, on the whole.", said));

    [Theory]
    [InlineData("```json\n", "\n```")]
    [InlineData("<think>It says A, no, B.</think>\n", "")]
    [InlineData(" \n", "\n ")]
    public void A_code_block_and_thinking_around_the_object_do_no_harm(string before, string after) =>
        Assert.Equal("Letter B judge:j", Read(Choice, "Perhaps B, on the whole.", before + Said.Reading("letter", "B", "Perhaps B") + after));

    [Fact]
    public void A_judgement_that_was_cut_off_or_withheld_is_not_believed()
    {
        var reply = new Reply(Outcome.CutOff, Said.Reading("letter", "B", "Perhaps B"));
        foreach (var outcome in (Outcome[])[Outcome.CutOff, Outcome.Refused])
        {
            Assert.Equal(ReportedReading.Invalid, ReportedReading.Of(Choice, "Perhaps B", new Judgement("j", reply with { Outcome = outcome })).Rule);
        }
    }

    [Fact]
    public void Words_from_the_thinking_are_no_words_of_the_reply() =>
        Assert.Equal(Invalid, Read(Choice, "<think>Perhaps B</think>It depends.", Said.Reading("letter", "B", "Perhaps B")));

    [Fact]
    public void A_judge_is_less_sure_than_a_rule() =>
        Assert.Equal(0.5, ReportedReading.Of(Choice, "Perhaps B", Said.By("j", Said.Reading("letter", "B", "Perhaps B"))).Confidence);

    private static string Read(Question question, string reply, string said)
    {
        var reading = ReportedReading.Of(question, reply, Said.By("j", said));
        return $"{reading.Kind} {reading.Answer} {reading.Rule}";
    }
}
