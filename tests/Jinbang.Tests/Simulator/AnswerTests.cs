using System.Text.RegularExpressions;
using Jinbang.Exams;
using Jinbang.Simulator.Answers;

namespace Jinbang.Tests.Simulator;

public sealed partial class AnswerTests
{
    [Fact]
    public async Task A_model_is_right_in_its_share_of_questions_and_each_time_on_the_same_ones()
    {
        const int questions = 2000;
        const double ability = 0.7;
        await using var caller = await Caller.StartAsync(new() { Models = [new("m", ability)], Sheet = new([SampleExam.Of(questions)]) });
        var right = 0;
        for (var number = 0; number < questions; number++)
        {
            var text = Caller.Text(await caller.ReplyAsync(SampleExam.Prompt(number), "m"));
            right += Letter().Match(text).Value == SampleExam.Key(number).ToString() ? 1 : 0;
        }

        var deviation = Math.Sqrt(ability * (1 - ability) / questions);
        Assert.InRange(right / (double)questions, ability - (4 * deviation), ability + (4 * deviation));
        Assert.Equal(Caller.Text(await caller.ReplyAsync(SampleExam.Prompt(5), "m")), Caller.Text(await caller.ReplyAsync(SampleExam.Prompt(5), "m")));
    }

    [Theory]
    [InlineData(1, "ACD", "ACD")]
    [InlineData(1, "ABCD", "ABCD")]
    [InlineData(0, "B", "[ACD]")]
    [InlineData(0, "ACD", "AC|AD|CD|BCD|ABC|ABD")]
    public async Task Letters_are_right_or_other_letters(double ability, string key, string answer) =>
        Assert.Matches($"(?<![A-Z])({answer})(?![A-Z])", await AnswerAsync(ability, new LettersKey(key), "ABCD"));

    [Theory]
    [InlineData(1, "True|正确")]
    [InlineData(0, "False|错误")]
    public async Task Truth_is_told_or_denied(double ability, string answer) =>
        Assert.Matches(answer, await AnswerAsync(ability, new TruthKey(true)));

    [Fact]
    public async Task Numbers_are_right_or_off_by_a_factor()
    {
        Assert.Contains("42 km", await AnswerAsync(1, new NumberKey(42, 1, "km")), StringComparison.Ordinal);
        Assert.Matches(@"(?<!\d)(84|420|4\.2|-42)(?!\d)", await AnswerAsync(0, new NumberKey(42, 1)));
        Assert.DoesNotMatch(@"(?<!\d)0(?!\d)", await AnswerAsync(0, new NumberKey(0)));
    }

    [Fact]
    public async Task Texts_are_right_or_others()
    {
        Assert.Contains("Paris", await AnswerAsync(1, new TextKey(["Paris", "Lutetia"])), StringComparison.Ordinal);
        Assert.DoesNotContain("Paris", await AnswerAsync(0, new TextKey(["Paris", "Lutetia"])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Something that no exam asks.")]
    public async Task An_unknown_question_gets_a_guess(string prompt)
    {
        await using var caller = await Caller.StartAsync(new() { Sheet = new([SampleExam.Of(10)]) });
        Assert.Matches("(?<![A-Z])[A-D](?![A-Z])", Caller.Text(await caller.ReplyAsync(prompt)));
    }

    [Fact]
    public void A_question_is_found_among_ten_thousand_in_any_template()
    {
        var sheet = new AnswerSheet([SampleExam.Of(10_000)]);
        string[] templates = ["{0}", "Q: {0}", "题目：{0}请作答。", "Example.\n" + SampleExam.Prompt(3) + "Answer: D\n\n{0}"];
        foreach (var template in templates)
        {
            Assert.Equal("q1234", sheet.Find(template.Replace("{0}", SampleExam.Prompt(1234), StringComparison.Ordinal))?.Id);
        }

        Assert.Equal("q77", sheet.Find(SampleExam.Prompt(77).Replace(" ", "\n  ", StringComparison.Ordinal))?.Id);
    }

    [Fact]
    public void Questions_with_the_same_stem_are_told_apart_by_their_options()
    {
        Question[] questions = [Common("first", "cat"), Common("second", "dog")];
        var sheet = new AnswerSheet([new Exam("e", "E", Language.English, CreditRule.Exact, questions)]);
        Assert.Equal("second", sheet.Find("Which is right?\nA. dog\nB. other")?.Id);
        Assert.Equal("first", sheet.Find("Which is right?\nA. cat\nB. other")?.Id);
    }

    [Fact]
    public void The_longest_stem_counts_where_one_holds_another()
    {
        Question[] questions = [Free("short", "1 + 1 = ?"), Free("long", "Compute 1 + 1 = ? without a pen")];
        var sheet = new AnswerSheet([new Exam("e", "E", Language.English, CreditRule.Exact, questions)]);
        Assert.Equal("long", sheet.Find("Compute 1 + 1 = ? without a pen")?.Id);
        Assert.Equal("short", sheet.Find("Now 1 + 1 = ?")?.Id);
    }

    private static async Task<string> AnswerAsync(double ability, AnswerKey key, string letters = "")
    {
        var options = letters.Select(letter => new Option(letter, $"option {letter}")).ToArray();
        var question = new Question("q", QuestionKind.ShortText, "What may it be?", options, key);
        var exam = new Exam("e", "E", Language.English, CreditRule.Exact, [question]);
        await using var caller = await Caller.StartAsync(new() { Models = [new("m", ability)], Sheet = new([exam]) });
        return Caller.Text(await caller.ReplyAsync("What may it be?", "m"));
    }

    private static Question Common(string id, string option) => new(
        id, QuestionKind.SingleChoice, "Which is right?", [new('A', option), new('B', "other")], new LettersKey("A"));

    private static Question Free(string id, string stem) => new(id, QuestionKind.Number, stem, [], new NumberKey(2));

    [GeneratedRegex("(?<![A-Za-z])[A-D](?![A-Za-z])")]
    private static partial Regex Letter();
}
