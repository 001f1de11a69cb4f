using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Grading.Judges;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Simulator.Answers;

namespace Jinbang.Tests.Simulator;

public sealed class JurorTests
{
    private static readonly Question Choice = new(
        "q", QuestionKind.SingleChoice, "Which?", [new('A', "red lead oxide"), new('B', "green copper salt")], new LettersKey("B"));

    private static readonly Question Open = new(
        "o", QuestionKind.Open, "Why?", [], new RubricKey([new(2, "names the cause"), new(0.5m, "gives an example")]));

    [Theory]
    [InlineData(Language.English, "I lean towards “green copper……” after all.", "Letter B")]
    [InlineData(Language.Chinese, "还是以“green copper……”开头的那个。", "Letter B")]
    [InlineData(Language.English, "The answer is B.", "Letter B")]
    [InlineData(Language.Chinese, "故选A", "Letter A")]
    [InlineData(Language.English, "No idea what to say.", "Unreadable ")]
    public async Task A_simulated_judge_reads_in_the_form_asked_for(Language language, string reply, string expected)
    {
        var judgement = await JudgeAsync(JudgementUse.Reading, Choice, language, reply);

        var reading = ReportedReading.Of(Choice, reply, judgement);
        Assert.Equal((expected, "judge:sim-judge"), ($"{reading.Kind} {reading.Answer}", reading.Rule));
        Assert.Equal("simulated:sim-judge", judgement.Reply.ServedBy);
    }

    [Theory]
    [InlineData("It names the cause and gives an example.", 2, 0.5)]
    [InlineData("It gives an example.\n1. [0–9] names the reason", 0, 0.5)]
    [InlineData("Nothing of that.", 0, 0)]
    public async Task A_simulated_judge_gives_points_for_the_criteria_s_own_words(string reply, double first, double second) => Assert.Equal(
        [(decimal)first, (decimal)second], RubricPoints.Of((RubricKey)Open.Key, await JudgeAsync(JudgementUse.Rubric, Open, Language.English, reply)));

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public async Task A_vague_answer_is_read_by_no_rule_but_by_a_judge(Language language)
    {
        var exam = new Exam("e", "E", language, CreditRule.Exact, [Choice]);
        await using var server = await Jinbang.Simulator.SimulatedProvider.StartAsync(
            new() { Sheet = new AnswerSheet([exam]), Vague = 1, Models = [new("able", 1)] }, TimeProvider.System, TestContext.Current.CancellationToken);

        var reply = await AskAsync(server, "able", PromptTemplates.Load(null).Render(Choice, language));

        Assert.True(Judged.IsNeeded(Choice, reply), reply.Text);
        Assert.Equal(Verdict.Right, Judged.Grade(Choice, CreditRule.Exact, reply, [await JudgeAsync(JudgementUse.Reading, Choice, language, reply.Text)])!.Verdict);
    }

    private static async Task<Judgement> JudgeAsync(JudgementUse use, Question question, Language language, string reply)
    {
        await using var server = await Jinbang.Simulator.SimulatedProvider.StartAsync(new(), TimeProvider.System, TestContext.Current.CancellationToken);
        return new Judgement("sim-judge", await AskAsync(server, "sim-judge", PromptTemplates.Load(null).RenderForJudge(use, question, language, reply)));
    }

    private static async Task<Reply> AskAsync(Jinbang.Simulator.SimulatedProvider server, string model, Prompt prompt)
    {
        using var examinees = new Examinees(Catalogue.Load(null), Secrets.Read(new Dictionary<string, string>()), new(), TimeProvider.System);
        using var examinee = examinees.Open(new Model(model, server.Endpoint.ToString(), model));
        return await examinee.AskAsync(prompt, TestContext.Current.CancellationToken);
    }
}
