using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;

namespace Jinbang.Tests.Runs;

public sealed class RecallTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Rate Rate = new(10, 10, 20);
    private readonly SqliteLedger ledger = SqliteLedger.Open(Path.Combine(Samples.TemporaryFolder(), "ledger.db"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task A_question_of_two_exams_is_paid_for_once_and_keeps_its_cost_and_times()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        var one = await AskAsync(Samples.Exam(5), Samples.Quick, model);

        var two = await AskAsync(Renamed(8), Samples.Quick, model);

        Assert.Equal(8, model.Calls);
        Assert.Equal((5, 8), (two.Progress[0].ReusedNow, two.Progress[0].AskedNow));
        Assert.Equal(one.Progress[0].Read(sums => sums.CostPerThousand), two.Progress[0].Read(sums => sums.CostPerThousand));
        Assert.Equal(2, two.Progress[0].Read(sums => sums.MeanSeconds));
        var (old, now) = (await ReadAsync("sample"), await ReadAsync("renamed"));
        Assert.Equal(old.OrderBy(entry => entry.Question).Select(entry => entry.AskedAt), now.Where(entry => entry.Reply.IsReused).OrderBy(entry => entry.Question).Select(entry => entry.AskedAt));
    }

    [Fact]
    public async Task What_is_reused_counts_against_no_budget_now_or_later()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        await AskAsync(Samples.Exam(50), Samples.Quick, model);

        Assert.Equal(0, (await AskAsync(Renamed(50), Samples.Quick with { Budget = 0.0000001m }, model)).Budget.Spent);
        var later = await AskAsync(Renamed(50), Samples.Quick with { Budget = 0.0000001m }, model);

        Assert.Equal((0m, 50, true), (later.Budget.Spent, model.Calls, later.Progress[0].IsFull));
    }

    [Fact]
    public async Task Repeats_are_never_taken_for_each_other()
    {
        var call = 0;
        using var model = new ScriptedExaminee(Samples.Model(), (_, _) => new Reply(Outcome.Replied, $"Answer: {"ABC"[Interlocked.Increment(ref call) % 3]}"));
        await AskAsync(Samples.Exam(4), Samples.Quick with { Repeats = 2 }, model);

        await AskAsync(Renamed(4), Samples.Quick with { Repeats = 3 }, model);

        Assert.Equal(12, model.Calls);
        var (old, now) = (await ReadAsync("sample"), await ReadAsync("renamed"));
        Assert.All(old, entry => Assert.Contains(now, other => (other.Question, other.Repeat, other.Reply.Text, other.Request) == (entry.Question, entry.Repeat, entry.Reply.Text, entry.Request)));
    }

    [Fact]
    public async Task Of_questions_that_ask_the_very_same_each_has_its_own_reply()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        var exam = Samples.Exam(1);
        exam = exam with { Questions = [.. exam.Questions, exam.Questions[0] with { Id = "twin" }] };
        await AskAsync(exam, Samples.Quick, model);
        Assert.Equal(2, model.Calls);

        await AskAsync(exam with { Id = "renamed" }, Samples.Quick, model);

        Assert.Equal(2, model.Calls);
        Assert.Equal(2, (await ReadAsync("renamed")).Select(entry => entry.Request).Distinct().Count());
    }

    [Theory]
    [InlineData("settings")]
    [InlineData("language")]
    [InlineData("forbidden")]
    public async Task What_was_not_sent_alike_or_must_not_be_reused_is_asked(string difference)
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        await AskAsync(Samples.Exam(3), Samples.Quick, model);
        using var warm = new ScriptedExaminee(Samples.Model("warm") with { Id = "model-a", Temperature = 1 }, (_, _) => new Reply(Outcome.Replied, "Answer: A"));

        await AskAsync(
            Renamed(3) with { Language = difference == "language" ? Language.Chinese : Language.English },
            Samples.Quick with { Reuse = difference != "forbidden" }, difference == "settings" ? warm : model);

        Assert.Equal(difference == "settings" ? 3 : 6, difference == "settings" ? warm.Calls : model.Calls);
    }

    [Fact]
    public async Task A_failure_is_never_reused()
    {
        using var failing = ScriptedExaminee.Failing(FaultKind.PromptTooLong);
        await AskAsync(Samples.Exam(3), Samples.Quick, failing);
        using var model = ScriptedExaminee.Always("Answer: A");

        await AskAsync(Renamed(3), Samples.Quick, model);

        Assert.Equal(3, model.Calls);
    }

    [Fact]
    public async Task A_reply_that_was_reused_is_reused_again()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        foreach (var exam in (string[])["one", "two", "three"])
        {
            await AskAsync(Samples.Exam(2) with { Id = exam }, Samples.Quick, model);
        }

        Assert.Equal(2, model.Calls);
    }

    private static Exam Renamed(int questions) => Samples.Exam(questions) with { Id = "renamed" };

    private async Task<List<LedgerEntry>> ReadAsync(string exam)
    {
        var sitting = Assert.Single(await ledger.SittingsAsync(exam, Language.English, Token));
        return await ledger.ReadAsync(sitting.Key, Token).ToListAsync(Token);
    }

    private async Task<Run> AskAsync(Exam exam, RunSettings settings, Examinee model)
    {
        var run = await Run.PrepareAsync(
            exam, [new Candidate(model, Rate)], PromptTemplates.Load(null), ledger, settings, new Budget(settings.Budget), new OwnMeans(new OwnPace(settings, TimeProvider.System)), TimeProvider.System, Token);
        await run.AskAsync(Token);
        return run;
    }
}
