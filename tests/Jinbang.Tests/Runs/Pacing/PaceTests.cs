using Jinbang.Models;
using Jinbang.Models.Providers;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;
using Jinbang.Simulator;
using Jinbang.Simulator.Pacing;

namespace Jinbang.Tests.Runs.Pacing;

/// <summary>Runs over HTTP against limits that the simulator enforces.</summary>
public sealed class PaceTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Catalogue Catalogue = Catalogue.Load(null);
    private readonly SqliteLedger ledger = SqliteLedger.Open(Path.Combine(Samples.TemporaryFolder(), "ledger.db"));

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Theory]
    [InlineData(LimitHeaders.OpenAi, 5)]
    [InlineData(LimitHeaders.Anthropic, 5)]
    [InlineData(LimitHeaders.RetryAfter, 30)]
    [InlineData(LimitHeaders.None, 30)]
    public async Task A_limit_that_must_be_learnt_costs_no_question_and_few_refusals(LimitHeaders headers, int mostRefused)
    {
        await using var server = await SimulatedProvider.StartAsync(
            new() { Models = [new("m")], RateLimit = new(1800, 10) { Headers = headers } }, TimeProvider.System, Token);
        using var examinees = Examinees();

        var run = await RunAsync(100, new RunSettings(), examinees.Open(new Model("m", server.Endpoint.ToString(), "m")));

        Assert.True(run.Progress[0].IsFull, run.Progress[0].LastError);
        Assert.InRange(server.Stats.ByStatus.GetValueOrDefault(429), 0, mostRefused);
    }

    [Fact]
    public async Task A_dead_model_holds_up_no_other_and_is_told_in_a_sentence()
    {
        await using var server = await SimulatedProvider.StartAsync(new() { Models = [new("m")] }, TimeProvider.System, Token);
        using var examinees = Examinees();

        var run = await RunAsync(
            40, new RunSettings { Pace = new() { FirstPause = TimeSpan.FromMilliseconds(50), PatienceWithStrangers = TimeSpan.FromSeconds(1) } },
            examinees.Open(new Model("dead", "http://127.0.0.1:1/v1", "m")), examinees.Open(new Model("m", server.Endpoint.ToString(), "m")));

        Assert.Contains("never answered", run.Progress[0].Stopped!.Value.English, StringComparison.Ordinal);
        Assert.True(run.Progress[1].IsFull);
    }

    [Fact]
    public async Task Waiting_and_failed_calls_are_kept_apart_from_the_time_of_the_call_that_replied()
    {
        using var model = new ScriptedExaminee(Samples.Model(), (_, call) => call == 1
            ? throw new ProviderException(FaultKind.ServerError, new("not now", "稍后"))
            : new Reply(Outcome.Replied, "Answer: A") { Elapsed = TimeSpan.FromMilliseconds(30) })
        {
            Before = token => Task.Delay(TimeSpan.FromMilliseconds(40), TimeProvider.System, token),
        };

        var run = await RunAsync(3, Samples.Quick with { Concurrency = 1 }, model);

        var entries = await ledger.ReadAsync((await ledger.SittingsAsync(run.Exam.Id, run.Exam.Language, Token)).Single().Key, Token).ToListAsync(Token);
        Assert.Equal(3, entries.Count);
        Assert.All(entries, entry => Assert.Equal(TimeSpan.FromMilliseconds(30), entry.Reply.Elapsed));
        var retried = Assert.Single(entries, entry => entry.Reply.Retries == 1);
        Assert.True(retried.Reply.BackedOff >= TimeSpan.FromMilliseconds(35), $"{retried.Reply.BackedOff}");
        Assert.All(entries.Except([retried]), entry => Assert.InRange(entry.Reply.BackedOff!.Value.TotalMilliseconds, -0.1, 1));
    }

    private static Examinees Examinees() =>
        new(Catalogue, Secrets.Read(new Dictionary<string, string>()), new CallLimits(), TimeProvider.System);

    private async Task<Run> RunAsync(int questions, RunSettings settings, params Examinee[] models)
    {
        var run = await Run.PrepareAsync(
            Samples.Exam(questions), [.. models.Select(model => new Candidate(model, null))], PromptTemplates.Load(null), ledger, settings,
            new Budget(null), new OwnMeans(new OwnPace(settings, TimeProvider.System)), TimeProvider.System, Token);
        await run.AskAsync(Token);
        return run;
    }
}
