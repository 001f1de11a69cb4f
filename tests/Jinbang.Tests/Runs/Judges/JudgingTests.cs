using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Judges;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;
using Said = Jinbang.Tests.Grading.Judges.Said;

namespace Jinbang.Tests.Runs.Judges;

public sealed class JudgingTests : IAsyncLifetime
{
    private const string Vague = "I would go for the second one, somehow.";
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Rate Rate = new(10, 10, 20);
    private readonly SqliteLedger ledger = SqliteLedger.Open(Path.Combine(Samples.TemporaryFolder(), "ledger.db"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task A_judge_reads_what_rules_cannot_and_nothing_else()
    {
        using var model = Half();
        using var judge = Judge(Said.Reading("letter", "B", "the second one"));

        var run = await RunAsync(Samples.Exam(10), Judged(judge), model);

        Assert.Equal((10, 5), (model.Calls, judge.Calls));
        Assert.Equal((5, 5, 0, 5), run.Progress[0].Read(sums => (sums.Right, sums.Wrong, sums.Unreadable, sums.Judged)));
        Assert.Equal(5, run.Judges[0].Asked);
        var standing = await StandingAsync(Samples.Exam(10));
        Assert.Equal((5, 5, 0), (standing.Tally.Right, standing.Tally.Wrong, standing.Tally.Judged - 5));
    }

    [Fact]
    public async Task What_a_judge_costs_is_spent_from_the_budget_and_is_not_the_model_s_cost()
    {
        using var model = Half();
        using var judge = Judge(Said.Reading("letter", "B", "the second one"));

        var run = await RunAsync(Samples.Exam(10), Judged(judge), model);

        var (perModel, perJudge) = (10 * Rate.Of(new TokenUsage(100, 10)), 5 * Rate.Of(new TokenUsage(300, 20)));
        Assert.Equal(perModel, run.Progress[0].Read(sums => sums.KnownCost));
        Assert.Equal(perModel + perJudge, run.Budget.Spent);
        Assert.Equal(perModel / 10 * 1000, (await StandingAsync(Samples.Exam(10))).Tally.CostPerThousand);
        Assert.Equal(perJudge, (await JudgeReports.ReadAsync(ledger, Samples.Exam(10), Token))!.Judges[0].Cost);
    }

    [Fact]
    public async Task Run_again_nothing_is_paid_twice_and_what_judges_cost_still_counts()
    {
        using var model = Half();
        using var judge = Judge(Said.Reading("letter", "B", "the second one"));
        var first = await RunAsync(Samples.Exam(10), Judged(judge), model);

        var second = await RunAsync(Samples.Exam(10), Judged(judge), model);

        Assert.Equal((10, 5), (model.Calls, judge.Calls));
        Assert.Equal(first.Budget.Spent, second.Budget.Spent);
        Assert.Equal((5, 0), second.Progress[0].Read(sums => (sums.Right, sums.Unreadable)));
    }

    [Fact]
    public async Task The_same_reply_of_another_model_is_not_paid_for_again()
    {
        using var judge = Judge(Said.Reading("letter", "B", "the second one"));
        using var one = ScriptedExaminee.Always(Vague, "one");
        using var two = ScriptedExaminee.Always(Vague, "two");

        var run = await RunAsync(Samples.Exam(6), Judged(judge), one, two);

        Assert.Equal(6, judge.Calls);
        Assert.All(run.Progress, progress => Assert.Equal(6, progress.Read(sums => sums.Judged)));
    }

    [Fact]
    public async Task A_budget_that_ends_stops_the_judge_with_a_sentence_and_the_next_run_asks_only_the_rest()
    {
        using var model = Half();
        using var judge = Judge(Said.Reading("letter", "B", "the second one"), maxOutputTokens: 1000);
        var exam = Samples.Exam(40);

        var run = await RunAsync(exam, Judged(judge) with { Concurrency = 1, Budget = 0.1m }, model);

        Assert.InRange(run.Budget.Spent, 0.05m, 0.1m);
        Assert.Equal((40, true), (model.Calls, run.Progress[0].IsFull));
        Assert.InRange(judge.Calls, 1, 19);
        Assert.Contains("budget", run.Judges[0].Stopped!.Value.English, StringComparison.Ordinal);
        Assert.Equal((20 - judge.Calls, judge.Calls), (run.Judges[0].Unheard, run.Progress[0].Read(sums => sums.Judged)));
        Assert.Equal(run.Judges[0].Unheard, run.Progress[0].Read(sums => sums.Unreadable));

        var resumed = await RunAsync(exam, Judged(judge) with { Budget = 10 }, model);

        Assert.Equal((40, 20), (model.Calls, judge.Calls));
        Assert.Equal((20, 0), resumed.Progress[0].Read(sums => (sums.Judged, sums.Unreadable)));
        Assert.Equal(40 * Rate.Of(new TokenUsage(100, 10)) + 20 * Rate.Of(new TokenUsage(300, 20)), resumed.Budget.Spent);
    }

    [Theory]
    [InlineData(FaultKind.Unauthorized, 1)]
    [InlineData(FaultKind.Timeout, 20)]
    public async Task A_judge_that_fails_leaves_replies_unreadable_and_models_alone(FaultKind kind, int most)
    {
        using var model = Half();
        using var broken = ScriptedExaminee.Failing(kind, "judge");

        var run = await RunAsync(Samples.Exam(20), Judged(broken) with { Concurrency = 1, GiveUpAfter = 3 }, model);

        Assert.True(run.Progress[0].IsFull);
        Assert.Equal((10, 10), run.Progress[0].Read(sums => (sums.Right, sums.Unreadable)));
        Assert.Null(run.Progress[0].Stopped);
        Assert.InRange(broken.Calls, 1, most);
        Assert.Equal(10, run.Judges[0].Unheard);
        Assert.NotNull(run.Judges[0].Stopped);

        using var judge = Judge(Said.Reading("letter", "B", "the second one"));
        var next = await RunAsync(Samples.Exam(20), Judged(judge), model);
        Assert.Equal((20, 10, 0), (model.Calls, judge.Calls, next.Progress[0].Read(sums => sums.Unreadable)));
    }

    [Fact]
    public async Task Stopped_while_a_judge_is_thinking_the_replies_are_kept_and_what_it_said_is_not_paid_again()
    {
        using var stop = new CancellationTokenSource();
        using var model = ScriptedExaminee.Always(Vague);
        using var slow = new ScriptedExaminee(Samples.Model("judge"), (_, call) =>
        {
            if (call == 5)
            {
                stop.Cancel();
            }

            return new Reply(Outcome.Replied, Said.Reading("letter", "B", "the second one"));
        });
        var run = await Run.PrepareAsync(
            Samples.Exam(12), [new Candidate(model, Rate)], PromptTemplates.Load(null), ledger, Judged(slow), new Budget(null), new OwnMeans(new OwnPace(Judged(slow), TimeProvider.System)), TimeProvider.System, Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.AskAsync(stop.Token));
        var (answered, said) = (model.Calls, (await EntriesAsync(Samples.Exam(12), model)).Count);
        Assert.InRange(said, 5, answered);

        using var judge = Judge(Said.Reading("letter", "B", "the second one"));
        var next = await RunAsync(Samples.Exam(12), Judged(judge), model);

        Assert.Equal((12, 12), (next.Progress[0].Read(sums => sums.Judged), (await ReportAsync(Samples.Exam(12))).Read));
        Assert.Equal(12 - said, model.Calls - answered);
        Assert.InRange(judge.Calls, 12 - slow.Calls, 12 - 5);
    }

    [Fact]
    public async Task What_cannot_be_believed_stays_unreadable_and_is_not_asked_again()
    {
        using var model = Half();
        using var judge = Judge(Said.Reading("letter", "A", "the first one"));
        await RunAsync(Samples.Exam(4), Judged(judge), model);

        var again = await RunAsync(Samples.Exam(4), Judged(judge), model);

        Assert.Equal((2, 2, 2), (judge.Calls, again.Progress[0].Read(sums => sums.Unreadable), (await ReportAsync(Samples.Exam(4))).Invalid));
        Assert.Contains(await EntriesAsync(Samples.Exam(4), model), entry => entry.Grade!.Reading.Rule == "judge-invalid");
    }

    [Fact]
    public async Task Without_judges_what_a_judge_once_read_is_kept_and_a_corrected_key_grades_it_anew()
    {
        using var model = ScriptedExaminee.Always(Vague);
        using var judge = Judge(Said.Reading("letter", "B", "the second one"));
        var exam = Samples.Exam(4);
        await RunAsync(exam, Judged(judge), model);
        Assert.Equal((0, 4), ((await StandingAsync(exam)).Tally.Right, (await StandingAsync(exam)).Tally.Judged));

        var corrected = exam with { Questions = [.. exam.Questions.Select(question => question with { Key = new LettersKey("B") })] };

        var run = await RunAsync(corrected, Samples.Quick, model);
        Assert.Equal((4, 4), run.Progress[0].Read(sums => (sums.Right, sums.Judged)));
        Assert.Equal((4, 4), ((await StandingAsync(corrected)).Tally.Right, (await StandingAsync(corrected)).Tally.Judged));
        Assert.Equal((4, 4), (model.Calls, judge.Calls));
    }

    [Fact]
    public async Task A_reader_that_changes_grades_anew_from_what_the_judge_replied()
    {
        using var model = ScriptedExaminee.Always(Vague);
        using var judge = Judge(Said.Reading("letter", "B", "the second one"));
        var exam = Samples.Exam(3);
        await RunAsync(exam, Judged(judge), model);
        var entries = await EntriesAsync(exam, model);
        var sitting = Assert.Single(await ledger.SittingsAsync(exam.Id, exam.Language, Token));
        await ledger.RegradeAsync(sitting.Key, [.. entries.Select(entry => entry with { Grade = null, GradedBy = "an older reader" })], Token);

        var standing = await StandingAsync(exam);

        Assert.Equal((3, 3), (standing.Tally.Judged, standing.Tally.Wrong));
        Assert.Equal(entries, await EntriesAsync(exam, model));
        Assert.Equal(3, judge.Calls);
    }

    [Fact]
    public async Task Another_wording_or_setting_of_the_judge_asks_it_again()
    {
        using var model = ScriptedExaminee.Always(Vague);
        using var judge = Judge(Said.Reading("letter", "B", "the second one"));
        await RunAsync(Samples.Exam(3), Judged(judge), model);
        using var other = Judge(Said.Reading("letter", "B", "second"), maxOutputTokens: 50);

        await RunAsync(Samples.Exam(3), Judged(other), model);

        Assert.Equal((3, 3), (judge.Calls, other.Calls));
    }

    [Fact]
    public async Task The_second_judge_is_asked_only_where_the_first_is_not_believed()
    {
        using var model = ScriptedExaminee.Always(Vague);
        using var first = new ScriptedExaminee(Samples.Model("first"), (prompt, _) => new Reply(
            Outcome.Replied, prompt.Text.Contains("Question 1?", StringComparison.Ordinal) ? Said.Reading("letter", "B", "second one") : "no idea"));
        using var second = Judge(Said.Reading("letter", "B", "the second one"));

        var run = await RunAsync(Samples.Exam(3), Judged(first, second), model);

        Assert.Equal((3, 2, 3), (first.Calls, second.Calls, run.Progress[0].Read(sums => sums.Judged)));
    }

    [Fact]
    public async Task Agreement_is_measured_on_the_same_replies_each_time()
    {
        using var model = new ScriptedExaminee(Samples.Model(), (prompt, _) => new Reply(
            Outcome.Replied, "Answer: " + "ABC"[prompt.Stem.Length % 2 + (prompt.Stem.Contains('7', StringComparison.Ordinal) ? 1 : 0)]));
        using var judge = new ScriptedExaminee(Samples.Model("judge"), (prompt, _) => new Reply(
            Outcome.Replied, prompt.Text.Contains("Answer: A", StringComparison.Ordinal) ? Said.Reading("letter", "A", "Answer: A") : Said.Reading("letter", "B", "Answer: B")));
        var settings = Judged(judge) with { JudgeSample = 25 };
        await RunAsync(Samples.Exam(60), settings, model);
        await RunAsync(Samples.Exam(60), settings, model);

        Assert.Equal(25, judge.Calls);
        var report = await ReportAsync(Samples.Exam(60));
        Assert.Equal((25, 0), (report.Compared, report.Read));
        Assert.InRange(report.Agreed, 15, 24);
        Assert.InRange(report.Kappa!.Value, 0.3, 0.99);
        Assert.True(report.AgreementLow < report.Agreement && report.Agreement < report.AgreementHigh);
        Assert.Equal(0, (await StandingAsync(Samples.Exam(60))).Tally.Judged);
    }

    [Fact]
    public async Task A_judge_without_a_price_is_refused_under_a_budget_and_so_are_two_of_one_name()
    {
        using var model = Half();
        using var judge = Judge("x");
        var unpriced = Samples.Quick with { Budget = 1, Judges = [new Candidate(judge, null)] };

        var fault = await Assert.ThrowsAsync<BadInputException>(() => RunAsync(Samples.Exam(1), unpriced, model));
        Assert.Contains("judge", fault.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<BadInputException>(() => RunAsync(Samples.Exam(1), Judged(judge, judge), model));
        Assert.Equal((0, 0), (model.Calls, judge.Calls));
    }

    /// <summary>Half of its replies no rule reads.</summary>
    private static ScriptedExaminee Half() => new(Samples.Model(), (prompt, _) =>
        new Reply(Outcome.Replied, (prompt.Stem["Question ".Length..^1][^1] - '0') % 2 == 0 ? "Answer: A" : Vague) { Usage = new TokenUsage(100, 10) });

    private static ScriptedExaminee Judge(string said, int maxOutputTokens = 100) => new(
        Samples.Model("judge") with { MaxOutputTokens = maxOutputTokens }, (_, _) => new Reply(Outcome.Replied, said) { Usage = new TokenUsage(300, 20) });

    private static RunSettings Judged(params Examinee[] judges) => Samples.Quick with { Judges = [.. judges.Select(judge => new Candidate(judge, Rate))] };

    private async Task<Run> RunAsync(Exam exam, RunSettings settings, params Examinee[] models)
    {
        var run = await Run.PrepareAsync(
            exam, [.. models.Select(model => new Candidate(model, Rate))], PromptTemplates.Load(null), ledger, settings, new Budget(settings.Budget), new OwnMeans(new OwnPace(settings, TimeProvider.System)), TimeProvider.System, Token);
        await run.AskAsync(Token);
        return run;
    }

    private async Task<Standing> StandingAsync(Exam exam) => Assert.Single(await Standings.ReadAsync(ledger, exam, keep: true, Token)).After;

    private async Task<Jinbang.Grading.Judges.JudgeReport> ReportAsync(Exam exam) => Assert.Single((await JudgeReports.ReadAsync(ledger, exam, Token))!.Judges);

    private async Task<List<LedgerEntry>> EntriesAsync(Exam exam, Examinee model) =>
        await ledger.ReadAsync(new Sitting(exam.Id, exam.Language, model.Model, PromptTemplates.Load(null).HashFor(exam)).Key, Token).ToListAsync(Token);
}
