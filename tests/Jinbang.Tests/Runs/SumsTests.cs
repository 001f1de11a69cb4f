using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;

namespace Jinbang.Tests.Runs;

/// <summary>Sums that are kept beside the attempts are those that reading every attempt would give.</summary>
public sealed class SumsTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly string folder = Samples.TemporaryFolder();
    private SqliteLedger ledger = null!;

    public ValueTask InitializeAsync()
    {
        ledger = SqliteLedger.Open(Path.Combine(folder, "ledger.db"));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task A_finished_run_leaves_the_sums_that_a_recount_finds()
    {
        var exam = Samples.Exam(40);
        using var model = Mixed();

        await AskAsync(exam, Samples.Quick, model);

        var kept = await SumsAsync(exam);
        await ForgetAsync(exam);
        var counted = Assert.Single(await Standings.ReadAsync(ledger, exam, keep: false, Token)).After.Tally;
        Assert.Equivalent(counted, kept.Tally, strict: true);
        Assert.InRange(kept.Tally.Failed, 1, 39);
    }

    [Fact]
    public async Task A_recount_keeps_what_it_found()
    {
        var exam = Samples.Exam(10);
        using var model = ScriptedExaminee.Always("Answer: A");
        await AskAsync(exam, Samples.Quick, model);
        await ForgetAsync(exam);

        await Standings.ReadAsync(ledger, exam, keep: true, Token);

        Assert.Equal(10, (await SumsAsync(exam)).Tally.Right);
    }

    [Fact]
    public async Task A_run_that_goes_on_begins_with_the_sums_and_asks_failed_attempts_again()
    {
        var exam = Samples.Exam(30);
        using (var failing = Mixed())
        {
            await AskAsync(exam, Samples.Quick, failing);
        }

        using var well = ScriptedExaminee.Always("Answer: A");
        var run = await AskAsync(exam, Samples.Quick, well);

        Assert.Equal((30, 0), run.Progress[0].Read(sums => (sums.Asked, sums.Failed)));
        Assert.Equal((30, 0), ((await SumsAsync(exam)).Tally.Asked, (await SumsAsync(exam)).Tally.Failed));
    }

    [Fact]
    public async Task A_corrected_key_is_counted_anew()
    {
        var exam = Samples.Exam(10);
        using var model = ScriptedExaminee.Always("Answer: A");
        await AskAsync(exam, Samples.Quick, model);

        var corrected = exam with { Questions = [exam.Questions[0] with { Key = new LettersKey("B") }, .. exam.Questions.Skip(1)] };
        var review = Assert.Single(await Standings.ReadAsync(ledger, corrected, keep: true, Token));

        Assert.Equal((9, 1), (review.After.Tally.Right, review.After.Tally.Wrong));
        Assert.Equal((1, 1), (review.Renewed, review.Flips.Count));
    }

    [Fact]
    public async Task A_limit_asks_the_same_beginning_of_every_model_and_raising_it_asks_only_the_rest()
    {
        var exam = Samples.Exam(40);
        using var first = ScriptedExaminee.Always("Answer: A", "one");
        using var second = ScriptedExaminee.Always("Answer: A", "two");
        await AskAsync(exam, Samples.Quick with { Limit = 15 }, first, second);
        Assert.Equal((15, 15), (first.Calls, second.Calls));
        var sittings = await ledger.SittingsAsync(exam.Id, exam.Language, Token);
        Assert.Equal(await AskedAsync(sittings[0]), await AskedAsync(sittings[1]));

        var run = await AskAsync(exam, Samples.Quick, first);

        Assert.Equal(40, first.Calls);
        Assert.True(run.Progress[0].IsFull);
    }

    private async Task<string[]> AskedAsync(SittingEntry sitting) =>
        await ledger.ReadAsync(sitting.Key, Token).Select(entry => entry.Question).Order().ToArrayAsync(Token);

    private static ScriptedExaminee Mixed() => new(Samples.Model(), (prompt, _) => (prompt.Text.GetHashCode(StringComparison.Ordinal) & 3) switch
    {
        0 => new Reply(Outcome.Replied, "Answer: B") { Usage = new TokenUsage(10, 5), Elapsed = TimeSpan.FromSeconds(1) },
        1 => throw new ProviderException(FaultKind.PromptTooLong, new("too long", "太长")),
        2 => new Reply(Outcome.CutOff, "well"),
        _ => new Reply(Outcome.Replied, "Answer: A") { Cost = 0.001m, ServedBy = "simulated:x" },
    });

    private async Task<SittingSums> SumsAsync(Exam exam) =>
        (await ledger.SumsAsync(Assert.Single(await ledger.SittingsAsync(exam.Id, exam.Language, Token)).Key, Token))!;

    private async Task ForgetAsync(Exam exam)
    {
        var sitting = Assert.Single(await ledger.SittingsAsync(exam.Id, exam.Language, Token));
        await ledger.WriteAsync([new(sitting.Key) { Grades = [(await ledger.ReadAsync(sitting.Key, Token).FirstAsync(Token))] }], Token);
        Assert.Null(await ledger.SumsAsync(sitting.Key, Token));
    }

    private async Task<Run> AskAsync(Exam exam, RunSettings settings, params Examinee[] models)
    {
        var run = await Run.PrepareAsync(
            exam, [.. models.Select(model => new Candidate(model, null))], PromptTemplates.Load(null), ledger,
            settings with { GiveUpAfter = int.MaxValue }, new Budget(null), new OwnMeans(new OwnPace(settings, TimeProvider.System)), TimeProvider.System, Token);
        await run.AskAsync(Token);
        return run;
    }
}
