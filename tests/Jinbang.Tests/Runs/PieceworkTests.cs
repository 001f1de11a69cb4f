using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Said = Jinbang.Tests.Grading.Judges.Said;

namespace Jinbang.Tests.Runs;

/// <summary>Runs whose attempts come in pieces, as they do when several share a sitting.</summary>
public sealed class PieceworkTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private readonly SqliteLedger ledger = SqliteLedger.Open(Path.Combine(Samples.TemporaryFolder(), "ledger.db"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task Everything_is_asked_once_and_each_piece_ends_with_its_last_attempt()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        var (run, means) = await RunAsync(Samples.Exam(100), Samples.Quick, model);

        Assert.True(run.Progress[0].IsFull);
        Assert.Equal(100, model.Calls);
        Assert.Equal(Enumerable.Range(0, 100), means.Given.Ends.Order());
        Assert.Equal(Enumerable.Range(0, 15).Select(nth => (nth * 7, nth == 14 ? 2 : 7)), means.Given.Ended.Select(lease => (lease.First, lease.Places)).Order());
    }

    [Fact]
    public async Task An_attempt_that_a_judge_grades_ends_with_the_judge_s_word()
    {
        using var model = ScriptedExaminee.Always("I would go for the second one, somehow.");
        var isHeard = new TaskCompletionSource();
        using var judge = new ScriptedExaminee(
            Samples.Model("judge"), (_, _) => new Reply(Outcome.Replied, Said.Reading("letter", "B", "the second one")) { Usage = new TokenUsage(300, 20) })
        {
            Before = _ => isHeard.Task,
        };
        var settings = Samples.Quick with { Judges = [new Candidate(judge, null)] };
        var means = new PieceworkMeans(settings, 3);
        var run = await PrepareAsync(Samples.Exam(3), settings, means, model);
        var asking = run.AskAsync(Token);
        while (await CountAsync(run) < 3)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Token);
        }

        Assert.Empty(means.Given.Ends);
        isHeard.SetResult();
        await asking;

        Assert.Equal([0, 1, 2], means.Given.Ends.Order());
        Assert.Single(means.Given.Ended);
    }

    [Fact]
    public async Task A_model_that_is_given_up_takes_nothing_more()
    {
        using var model = ScriptedExaminee.Failing(FaultKind.Unauthorized);
        var (run, means) = await RunAsync(Samples.Exam(100), Samples.Quick, model);

        Assert.NotNull(run.Progress[0].Stopped);
        Assert.InRange(model.Calls, 1, 8);
        Assert.Null(await means.Given.TakeAsync(Token));
    }

    [Fact]
    public async Task Who_waits_for_attempts_can_be_drained()
    {
        using var drain = new CancellationTokenSource();
        using var model = new ScriptedExaminee(Samples.Model(), (_, call) =>
        {
            if (call == 10)
            {
                drain.Cancel();
            }

            return new Reply(Outcome.Replied, "Answer: A");
        });
        var run = await PrepareAsync(Samples.Exam(100), Samples.Quick, new PieceworkMeans(Samples.Quick, 1), model);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.AskAsync(drain.Token, Token));

        Assert.InRange(model.Calls, 10, 14);
        Assert.Equal(model.Calls, await CountAsync(run));
    }

    private async Task<int> CountAsync(Run run) => await ledger.KeptAsync(run.Seats[0].Sitting.Key, Token).CountAsync(Token);

    private async Task<(Run Run, PieceworkMeans Means)> RunAsync(Exam exam, RunSettings settings, Examinee model)
    {
        var means = new PieceworkMeans(settings, 7);
        var run = await PrepareAsync(exam, settings, means, model);
        await run.AskAsync(Token);
        return (run, means);
    }

    private Task<Run> PrepareAsync(Exam exam, RunSettings settings, Means means, Examinee model) => Run.PrepareAsync(
        exam, [new Candidate(model, null)], PromptTemplates.Load(null), ledger, settings, new Budget(null, means.FundOf), means, TimeProvider.System, Token);
}
