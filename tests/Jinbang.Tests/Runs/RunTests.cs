using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;

namespace Jinbang.Tests.Runs;

public class RunTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Rate Rate = new(10, 10, 20);
    private SqlLedger ledger = null!;

    public async ValueTask InitializeAsync() => ledger = await OpenLedgerAsync();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ledger.DisposeAsync();
    }

    protected virtual Task<SqlLedger> OpenLedgerAsync() => Task.FromResult<SqlLedger>(SqliteLedger.Open(Path.Combine(Samples.TemporaryFolder(), "ledger.db")));

    [Fact]
    public async Task Every_question_is_asked_once_and_a_finished_run_asks_nothing()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        await AskAsync(Samples.Exam(20), Samples.Quick, model);
        Assert.Equal(20, model.Calls);

        var again = await AskAsync(Samples.Exam(20), Samples.Quick, model);

        Assert.Equal(20, model.Calls);
        Assert.True(again.Progress[0].IsFull);
        Assert.Equal(1, again.Progress[0].Read(sums => sums.Accuracy));
    }

    [Fact]
    public async Task Repeats_are_attempts_of_their_own()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        await AskAsync(Samples.Exam(5), Samples.Quick with { Repeats = 2 }, model);

        await AskAsync(Samples.Exam(5), Samples.Quick with { Repeats = 3 }, model);

        Assert.Equal(15, model.Calls);
    }

    [Fact]
    public async Task Editing_one_question_asks_only_that_question_again()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        var exam = Samples.Exam(10);
        await AskAsync(exam, Samples.Quick, model);

        await AskAsync(exam with { Questions = [exam.Questions[0] with { Stem = "Another?" }, .. exam.Questions.Skip(1)] }, Samples.Quick, model);

        Assert.Equal(11, model.Calls);
    }

    [Fact]
    public async Task Numbering_the_questions_anew_or_correcting_a_key_asks_nothing_again()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        var exam = Samples.Exam(10);
        await AskAsync(exam, Samples.Quick, model);

        var renumbered = exam.Questions.Reverse().Select((question, at) => question with { Id = $"new-{at}", Key = new LettersKey("B"), Explanation = "x" });
        var run = await AskAsync(exam with { Questions = [.. renumbered] }, Samples.Quick, model);

        Assert.Equal(10, model.Calls);
        Assert.Equal(0, run.Progress[0].Read(sums => sums.Accuracy));
    }

    [Fact]
    public async Task Questions_that_ask_the_very_same_are_attempts_of_their_own()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        var exam = Samples.Exam(3);
        await AskAsync(exam with { Questions = [.. exam.Questions, exam.Questions[0] with { Id = "twin" }] }, Samples.Quick, model);

        Assert.Equal(4, model.Calls);
    }

    [Theory]
    [InlineData("stem")]
    [InlineData("passage")]
    [InlineData("options")]
    [InlineData("kind")]
    public async Task Whatever_changes_what_is_asked_asks_again(string part)
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        var question = Samples.Choice(1);
        await AskAsync(Samples.Exam(1) with { Questions = [question] }, Samples.Quick, model);
        var edited = part switch
        {
            "stem" => question with { Stem = "Another?" },
            "passage" => question with { Passage = "A passage." },
            "options" => question with { Options = [.. question.Options.Take(2)] },
            _ => question with { Kind = QuestionKind.MultipleChoice },
        };

        await AskAsync(Samples.Exam(1) with { Questions = [edited] }, Samples.Quick, model);

        Assert.Equal(2, model.Calls);
    }

    [Fact]
    public async Task A_cancelled_run_keeps_what_was_answered_and_the_next_asks_the_rest()
    {
        using var stop = new CancellationTokenSource();
        var exam = Samples.Exam(30);
        using var interrupted = new ScriptedExaminee(Samples.Model(), (_, call) =>
        {
            if (call == 12)
            {
                stop.Cancel();
            }

            return new Reply(Outcome.Replied, "Answer: A");
        });
        var run = await PrepareAsync(exam, Samples.Quick, interrupted);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.AskAsync(stop.Token));
        var kept = run.Progress[0].Read(sums => sums.Graded);
        Assert.InRange(kept, 12, 20);

        using var resumed = ScriptedExaminee.Always("Answer: A");
        await AskAsync(exam, Samples.Quick, resumed);

        Assert.Equal(30 - kept, resumed.Calls);
    }

    [Fact]
    public async Task A_passing_fault_is_retried_and_counted()
    {
        using var model = new ScriptedExaminee(Samples.Model(), (_, call) => call % 2 == 1
            ? throw new ProviderException(FaultKind.RateLimited, new("slow down", "慢点"), TimeSpan.FromMilliseconds(2))
            : new Reply(Outcome.Replied, "Answer: B"));

        var run = await AskAsync(Samples.Exam(6), Samples.Quick with { Concurrency = 1 }, model);

        Assert.Equal((6, 6, 0), run.Progress[0].Read(sums => (sums.Graded, sums.Retries, sums.Failed)));
    }

    [Fact]
    public async Task A_failure_is_never_a_wrong_answer_and_is_asked_again_next_time()
    {
        using var shaky = new ScriptedExaminee(Samples.Model(), (prompt, _) => prompt.Stem.Contains('3', StringComparison.Ordinal)
            ? throw new ProviderException(FaultKind.Timeout, new("too slow", "超时"))
            : new Reply(Outcome.Replied, "Answer: A"));
        var run = await AskAsync(Samples.Exam(5), Samples.Quick, shaky);
        Assert.Equal((1.0, 4, 1), run.Progress[0].Read(sums => (sums.Accuracy!.Value, sums.Graded, sums.Failed)));
        Assert.False(run.Progress[0].IsFull);
        Assert.Contains("too slow", run.Progress[0].LastError, StringComparison.Ordinal);

        using var steady = ScriptedExaminee.Always("Answer: B");
        var next = await AskAsync(Samples.Exam(5), Samples.Quick, steady);

        Assert.Equal(1, steady.Calls);
        Assert.Equal((0.8, 0), next.Progress[0].Read(sums => (sums.Accuracy!.Value, sums.Failed)));
    }

    [Theory]
    [InlineData(FaultKind.Unauthorized)]
    [InlineData(FaultKind.QuotaExhausted)]
    [InlineData(FaultKind.BadRequest)]
    public async Task A_fault_that_stays_stops_that_model_at_once_and_no_other(FaultKind kind)
    {
        using var refused = ScriptedExaminee.Failing(kind, "refused");
        using var fine = ScriptedExaminee.Always("Answer: A", "fine");

        var run = await AskAsync(Samples.Exam(40), Samples.Quick, refused, fine);

        Assert.InRange(refused.Calls, 1, 4);
        Assert.Contains("no luck", run.Progress[0].Stopped!.Value.English, StringComparison.Ordinal);
        Assert.True(run.Progress[1].IsFull);
    }

    [Fact]
    public async Task A_question_too_long_for_the_model_fails_alone_and_is_not_tried_again()
    {
        using var model = new ScriptedExaminee(Samples.Model(), (prompt, _) => prompt.Stem.Contains('3', StringComparison.Ordinal)
            ? throw new ProviderException(FaultKind.PromptTooLong, new("too long", "太长"))
            : new Reply(Outcome.Replied, "Answer: A"));

        var run = await AskAsync(Samples.Exam(9), Samples.Quick, model);

        Assert.Equal((8, 1, 9), (run.Progress[0].Read(sums => sums.Graded), run.Progress[0].Read(sums => sums.Failed), model.Calls));
        Assert.Null(run.Progress[0].Stopped);
    }

    [Fact]
    public async Task A_dead_endpoint_is_given_up_although_no_question_has_failed()
    {
        // A question is not tried again before the others were tried, however slow the ledger is.
        var settings = Samples.Quick with { Retries = new RetrySettings(2, TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(300)) };
        using var dead = ScriptedExaminee.Failing(FaultKind.Connection);

        var run = await AskAsync(Samples.Exam(200), settings, dead);

        Assert.Equal(0, run.Progress[0].Read(sums => sums.Failed));
        Assert.InRange(dead.Calls, Samples.Quick.Pace.FailuresToPause, 40);
        Assert.Contains("never answered", run.Progress[0].Stopped!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_of_which_only_questions_fail_is_given_up_after_a_few()
    {
        using var dead = ScriptedExaminee.Failing(FaultKind.Malformed);

        var run = await AskAsync(Samples.Exam(200), Samples.Quick with { GiveUpAfter = 5 }, dead);

        Assert.InRange(run.Progress[0].Read(sums => sums.Failed), 5, 9);
        Assert.NotNull(run.Progress[0].Stopped);
    }

    [Fact]
    public async Task The_budget_is_not_exceeded_by_one_call()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        var settings = Samples.Quick with { Budget = 0.02m };

        var run = await AskAsync(Samples.Exam(50), settings, model);

        Assert.InRange(run.Budget.Spent, 0.001m, 0.02m);
        Assert.Equal(run.Budget.Spent, run.Progress[0].Read(sums => sums.KnownCost));
        Assert.Contains("budget", run.Progress[0].Stopped!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_that_holds_a_few_calls_at_a_time_is_spent_to_the_end()
    {
        using var model = new ScriptedExaminee(
            Samples.Model(), (_, _) => new Reply(Outcome.Replied, "Answer: A") { Usage = new TokenUsage(10, 1) })
        {
            Before = token => Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, token),
        };

        var run = await AskAsync(Samples.Exam(40), Samples.Quick with { Budget = 0.0155m, Concurrency = 16 }, model);

        Assert.True(run.Progress[0].IsFull, run.Progress[0].Stopped?.English);
    }

    [Fact]
    public async Task What_an_earlier_run_spent_on_the_same_attempts_counts_against_the_budget()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        await AskAsync(Samples.Exam(50), Samples.Quick with { Budget = 0.02m }, model);
        var calls = model.Calls;

        await AskAsync(Samples.Exam(50), Samples.Quick with { Budget = 0.02m }, model);

        Assert.Equal(calls, model.Calls);
    }

    [Fact]
    public async Task Several_exams_share_one_budget()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        var budget = new Budget(0.03m);
        Task<Run> Prepare(string exam) => Run.PrepareAsync(
            Samples.Exam(50) with { Id = exam }, [new Candidate(model, Rate)], PromptTemplates.Load(null), ledger, Samples.Quick, budget, new OwnMeans(new OwnPace(Samples.Quick, TimeProvider.System)), TimeProvider.System, Token);

        foreach (var run in (Run[])[await Prepare("one"), await Prepare("two")])
        {
            await run.AskAsync(Token);
        }

        Assert.InRange(budget.Spent, 0.02m, 0.03m);
    }

    [Fact]
    public async Task A_model_s_own_cap_stops_it_alone_also_in_the_next_run()
    {
        using var capped = ScriptedExaminee.Always("Answer: A", "capped");
        using var free = ScriptedExaminee.Always("Answer: A", "free");
        Task<Run> Prepare() => Run.PrepareAsync(
            Samples.Exam(50), [new Candidate(capped, Rate), new Candidate(free, Rate)], PromptTemplates.Load(null), ledger, Samples.Quick,
            new Budget(1) { ModelCaps = new Dictionary<string, decimal> { ["capped"] = 0.02m } }, new OwnMeans(new OwnPace(Samples.Quick, TimeProvider.System)), TimeProvider.System, Token);
        var run = await Prepare();

        await run.AskAsync(Token);
        await (await Prepare()).AskAsync(Token);

        Assert.InRange(run.Budget.Of("capped").Spent, 0.01m, 0.02m);
        Assert.Equal((true, 50), (run.Progress[1].IsFull, free.Calls));
        Assert.Equal(run.Progress[0].Read(sums => sums.Graded), capped.Calls);
        Assert.Contains("budget", run.Progress[0].Stopped!.Value.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_with_an_unknown_price_is_refused_before_asking()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        Task<Run> Prepare(RunSettings settings) => Run.PrepareAsync(
            Samples.Exam(1), [new Candidate(model, null)], PromptTemplates.Load(null), ledger, settings, new Budget(settings.Budget), new OwnMeans(new OwnPace(settings, TimeProvider.System)), TimeProvider.System, Token);

        await Assert.ThrowsAsync<BadInputException>(() => Prepare(Samples.Quick with { Budget = 1 }));
        await (await Prepare(Samples.Quick with { Budget = 1, AllowUnknownPrice = true })).AskAsync(Token);

        Assert.Equal(1, model.Calls);
    }

    [Fact]
    public async Task Two_models_of_one_name_are_refused()
    {
        using var model = ScriptedExaminee.Always("Answer: A");

        await Assert.ThrowsAsync<BadInputException>(() => PrepareAsync(Samples.Exam(1), Samples.Quick, model, model));
    }

    private async Task<Run> AskAsync(Exam exam, RunSettings settings, params Examinee[] models)
    {
        var run = await PrepareAsync(exam, settings, models);
        await run.AskAsync(Token);
        return run;
    }

    private Task<Run> PrepareAsync(Exam exam, RunSettings settings, params Examinee[] models) => Run.PrepareAsync(
        exam, [.. models.Select(model => new Candidate(model, Rate))], PromptTemplates.Load(null), ledger, settings, new Budget(settings.Budget), new OwnMeans(new OwnPace(settings, TimeProvider.System)), TimeProvider.System, Token);
}
