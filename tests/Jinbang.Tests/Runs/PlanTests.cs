using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;
using Jinbang.Runs.Planning;

namespace Jinbang.Tests.Runs;

public sealed class PlanTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Rate Rate = new(10, 10, 20);
    private readonly SqliteLedger ledger = SqliteLedger.Open(Path.Combine(Samples.TemporaryFolder(), "ledger.db"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task Of_a_model_without_a_past_the_range_is_wide_and_says_why()
    {
        using var model = Writer(1);

        var line = Assert.Single((await PlanAsync(Samples.Exam(40), Samples.Quick, model)).Lines);

        Assert.Equal((Basis.Prior, Basis.Prior, Estimate.Exactly(40), 0), (line.PromptBasis, line.ReplyBasis, line.Calls, line.Answered));
        Assert.True(line.CompletionTokens!.Value.High >= 10 * line.CompletionTokens.Value.Low);
        Assert.Equal(40 * 100, line.CompletionTokens.Value.High); // no reply is longer than it may be
        Assert.Equal((line.PromptTokens!.Value.Likely * 1e-5) + (line.CompletionTokens.Value.Likely * 2e-5), line.Yuan!.Value.Likely, 9);
    }

    [Fact]
    public async Task Past_replies_to_the_same_exam_foretell_the_next_ones()
    {
        var covered = 0;
        var once = Samples.Quick with { Reuse = false };
        for (var seed = 0; seed < 12; seed++)
        {
            var exam = Samples.Exam(30) with { Id = $"exam-{seed}" };
            using var model = Writer(seed);
            await AskAsync(exam, once, model);
            var before = model.Replies;

            var line = Assert.Single((await PlanAsync(exam, once with { Repeats = 3 }, model)).Lines);
            await AskAsync(exam, once with { Repeats = 3 }, model);

            Assert.Equal((Basis.ThisExam, Basis.ThisExam, 60.0, 30), (line.PromptBasis, line.ReplyBasis, line.Calls.Likely, line.Answered));
            var (tokens, range) = (model.Replies - before, line.CompletionTokens!.Value);
            covered += tokens >= range.Low && tokens <= range.High ? 1 : 0;
            Assert.True(range.High < 3 * range.Low, range.ToString());
            Assert.InRange(60 * 77, line.PromptTokens!.Value.Low, line.PromptTokens.Value.High);
        }

        Assert.InRange(covered, 10, 12);
    }

    [Fact]
    public async Task Replies_to_other_exams_count_where_there_are_none_to_this_one()
    {
        using var model = Writer(1);
        await AskAsync(Samples.Exam(30) with { Id = "another" }, Samples.Quick, model);

        var line = Assert.Single((await PlanAsync(Samples.Exam(30), Samples.Quick with { Reuse = false }, model)).Lines);
        using var stranger = new ScriptedExaminee(Samples.Model("stranger"), (_, _) => new Reply(Outcome.Replied, "A"));
        var unknown = Assert.Single((await PlanAsync(Samples.Exam(30), Samples.Quick, stranger)).Lines);

        Assert.Equal((Basis.OtherExams, Basis.Prior), (line.ReplyBasis, unknown.ReplyBasis));
        Assert.InRange(line.CompletionTokens!.Value.Likely, 30 * 10, 30 * 60);
        Assert.True(line.CompletionTokens.Value.Low > unknown.CompletionTokens!.Value.Low);
    }

    [Fact]
    public async Task A_finished_run_is_planned_to_ask_nothing()
    {
        using var model = Writer(1);
        await AskAsync(Samples.Exam(10), Samples.Quick, model);

        var plan = await PlanAsync(Samples.Exam(10), Samples.Quick, model);

        Assert.Equal((default, 10), (plan.Lines[0].Calls, plan.Lines[0].Answered));
        Assert.Equal((default, default(Estimate)), (plan.Yuan, plan.Minutes));
    }

    [Fact]
    public async Task Prices_that_are_unknown_are_named_and_not_taken_for_nothing()
    {
        using var model = Writer(1);
        using var other = new ScriptedExaminee(Samples.Model("other"), (_, _) => new Reply(Outcome.Replied, "A"));
        var run = await PrepareAsync(Samples.Exam(10), Samples.Quick, new(model, Rate), new(other, null));

        var plan = await new Planner(ledger).PlanAsync([run], Token);

        Assert.Equal(["other"], plan.Unpriced);
        Assert.Equal((null, plan.YuanOf("model-a")), (plan.Lines[1].Yuan, plan.Yuan));
    }

    [Fact]
    public async Task Every_open_answer_is_put_before_every_judge_and_of_the_others_only_those_that_rules_cannot_read()
    {
        var rubric = new RubricKey([new Criterion(2, "Names it.")], null);
        var open = Samples.Exam(2) with { Questions = [.. Enumerable.Range(1, 20).Select(number => new Question($"o{number}", QuestionKind.Open, $"Why {number}?", [], rubric))] };
        using var model = Writer(1);
        using var first = new ScriptedExaminee(Samples.Model("first"), (_, _) => new Reply(Outcome.Replied, "A"));
        using var second = new ScriptedExaminee(Samples.Model("second"), (_, _) => new Reply(Outcome.Replied, "A"));
        var settings = Samples.Quick with { Judges = [new(first, Rate), new(second, Rate)] };

        var judges = (await PlanAsync(open, settings, model)).Lines.Where(line => line.IsJudge).ToList();
        var readers = (await PlanAsync(Samples.Exam(100), settings, model)).Lines.Where(line => line.IsJudge).ToList();

        Assert.All(judges, judge => Assert.Equal(Estimate.Exactly(20), judge.Calls));
        Assert.True(judges[0].Yuan!.Value.Low > 0);
        Assert.Equal((0, true, true), (readers[0].Calls.Low, readers[0].Calls.Likely < 10, readers[0].Calls.Likely > readers[1].Calls.Likely));
    }

    [Fact]
    public async Task Where_the_tokenizer_is_known_prompts_are_counted()
    {
        using var model = new ScriptedExaminee(new Model("gpt-4o", "openai", "gpt-4o-2024-08-06"), (_, _) => new Reply(Outcome.Replied, "A"));

        var line = Assert.Single((await PlanAsync(Samples.Exam(50), Samples.Quick, model)).Lines);

        Assert.Equal(Basis.Tokenizer, line.PromptBasis);
        Assert.True(line.PromptTokens!.Value.High < 1.3 * line.PromptTokens.Value.Low, line.PromptTokens.ToString());
    }

    [Fact]
    public async Task Limits_that_are_given_slow_a_plan_down_and_models_of_one_account_share_them()
    {
        async Task<Estimate> MinutesOf(PaceLimits own, PaceLimits account, int models)
        {
            var candidates = Enumerable.Range(1, models).Select(number => new Candidate(
                new ScriptedExaminee(Samples.Model($"m{number}"), (_, _) => new Reply(Outcome.Replied, "A")) { Limits = own, AccountLimits = account }, Rate));
            var run = await PrepareAsync(Samples.Exam(300), Samples.Quick with { Concurrency = 100 }, [.. candidates]);
            return (await new Planner(ledger).PlanAsync([run], Token)).Minutes;
        }

        Assert.True((await MinutesOf(PaceLimits.None, PaceLimits.None, 2)).Likely < 1);
        Assert.Equal(5, (await MinutesOf(new() { RequestsPerMinute = 60 }, PaceLimits.None, 2)).Likely);
        Assert.Equal(10, (await MinutesOf(PaceLimits.None, new() { RequestsPerMinute = 60 }, 2)).Likely);
        Assert.InRange((await MinutesOf(new() { TokensPerMinute = 1000 }, PaceLimits.None, 1)).Likely, 10, 60);
    }

    [Theory]
    [InlineData("DeepSeek-R1", null, Thinking.Yes)]
    [InlineData("qwen-plus", """{"enable_thinking": true}""", Thinking.Yes)]
    [InlineData("qwen-plus", """{"enable_thinking": false}""", Thinking.No)]
    [InlineData("GLM-4.5", """{"thinking": {"type": "disabled"}}""", Thinking.No)]
    [InlineData("GLM-4.5-nothink", null, Thinking.No)]
    [InlineData("o3-mini", null, Thinking.Yes)]
    [InlineData("Llama-3.3-70B-Instruct", null, Thinking.No)]
    [InlineData("somebody-s-model", null, Thinking.Unknown)]
    public async Task Whether_a_model_thinks_is_guessed_from_name_and_settings(string name, string? fields, Thinking expected)
    {
        using var model = new ScriptedExaminee(Samples.Model(name) with { ExtraFields = fields }, (_, _) => new Reply(Outcome.Replied, "A"));

        Assert.Equal(expected, Assert.Single((await PlanAsync(Samples.Exam(1), Samples.Quick, model)).Lines).Thinking);
    }

    [Fact]
    public async Task A_plan_that_is_likely_to_exceed_what_is_left_is_told_with_the_figures()
    {
        using var model = Writer(1);
        Task<Run> Prepare(Budget budget) => Run.PrepareAsync(
            Samples.Exam(100), [new Candidate(model, Rate)], PromptTemplates.Load(null), ledger, Samples.Quick, budget, new OwnMeans(new OwnPace(Samples.Quick, TimeProvider.System)), TimeProvider.System, Token);
        async Task<Phrase?> Excess(Budget budget) => BudgetCheck.Excess(await new Planner(ledger).PlanAsync([await Prepare(budget)], Token), budget)?.AtCommandLine;

        Assert.Null(await Excess(new Budget(9)));
        Assert.Contains("--budget", (await Excess(new Budget(0.01m)))!.Value.English, StringComparison.Ordinal);
        Assert.Contains("--model-budget model-a", (await Excess(new Budget(9) { ModelCaps = new Dictionary<string, decimal> { ["model-a"] = 0.01m } }))!.Value.English, StringComparison.Ordinal);
    }

    private static ChattyExaminee Writer(int seed) => new(seed);

    private async Task AskAsync(Exam exam, RunSettings settings, Examinee model) =>
        await (await PrepareAsync(exam, settings, new Candidate(model, Rate))).AskAsync(Token);

    private async Task<RunPlan> PlanAsync(Exam exam, RunSettings settings, Examinee model) =>
        await new Planner(ledger).PlanAsync([await PrepareAsync(exam, settings, new Candidate(model, Rate))], Token);

    private Task<Run> PrepareAsync(Exam exam, RunSettings settings, params Candidate[] candidates) => Run.PrepareAsync(
        exam, candidates, PromptTemplates.Load(null), ledger, settings, new Budget(null), new OwnMeans(new OwnPace(settings, TimeProvider.System)), TimeProvider.System, Token);
}
