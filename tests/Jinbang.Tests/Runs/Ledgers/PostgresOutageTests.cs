using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;
using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Runs.Ledgers;

public sealed class PostgresOutageTests
{
    private const int Questions = 120;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_waits_while_the_server_is_down_and_goes_on_without_asking_anything_twice()
    {
        await using var server = await PostgresServer.StartNewAsync(new() { Durable = true }, Token);
        await using var database = await server.NewDatabaseAsync(Token);
        await using var ledger = PostgresLedger.Open(database.ConnectionString);
        var (asked, outage) = (0, Task.CompletedTask);
        using var model = new ScriptedExaminee(Samples.Model(), (_, _) => new Reply(Outcome.Replied, "Answer: A") { Usage = new TokenUsage(100, 10) })
        {
            Before = async token =>
            {
                if (Interlocked.Increment(ref asked) == Questions / 3)
                {
                    await server.CrashAsync(token);
                    outage = Task.Run(() => ReturnAsync(server), token);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, token);
            },
        };

        var run = await Run.PrepareAsync(
            Samples.Exam(Questions), [new Candidate(model, new Rate(10, 10, 20))], PromptTemplates.Load(null), ledger, Samples.Quick, new Budget(5),
            new OwnMeans(new OwnPace(Samples.Quick, TimeProvider.System)), TimeProvider.System, Token);
        await run.AskAsync(Token);
        await outage;

        var kept = await ledger.KeptAsync(run.Progress[0].Sitting, Token).ToListAsync(Token);
        Assert.Equal((Questions, Questions, true), (model.Calls, kept.Count, run.Progress[0].IsFull));
        Assert.Equal(UnknownSpending.None, await ledger.UnknownSpendingAsync(run.Progress[0].Sitting, Token));
    }

    private static async Task ReturnAsync(PostgresServer server)
    {
        await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System, Token);
        await server.StartAsync(Token);
    }
}
