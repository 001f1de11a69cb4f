using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;
using Jinbang.Runs.Sharing;
using Jinbang.Tests.Postgres;
using Said = Jinbang.Tests.Grading.Judges.Said;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>Real runs of several processes on one order, in one process: each with a ledger, a holder, a budget and a journal of its own.</summary>
public sealed class SharedRunTests(SharedPostgres shared)
{
    private const int Questions = 400;

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Exam Exam = Samples.Exam(Questions);
    private static readonly Sitting Sitting = new(Exam.Id, Exam.Language, Samples.Model(), PromptTemplates.Load(null).HashFor(Exam));

    [Fact]
    public async Task Three_ask_everything_once_and_pay_once()
    {
        await using var database = await BeginAsync(cap: null);
        var desks = await DesksAsync(database, cap: null);

        await Task.WhenAll(desks.Select(desk => desk.RunAsync(Token)));

        Assert.All(desks, desk => Assert.InRange(desk.Model.Calls, 1, Questions - 1));
        Assert.Equal(Questions, desks.Sum(desk => desk.Model.Calls));
        Assert.Equal(Questions, await database.Ledger.KeptAsync(Sitting.Key, Token).CountAsync(Token));
        Assert.Equal(UnknownSpending.None, await database.Ledger.UnknownSpendingAsync(Sitting.Key, Token));
        Assert.Equal(RunState.Ended, await new SharedRuns(database.Source).CloseAsync("run", Token));
        await LeaveAsync(desks);
    }

    [Fact]
    public async Task Three_stop_at_one_cap_and_spend_nearly_all_of_it()
    {
        // Each call may cost 1 and costs half.
        await using var database = await BeginAsync(cap: 50);
        var desks = await DesksAsync(database, cap: 50);

        await Task.WhenAll(desks.Select(desk => desk.RunAsync(Token)));

        var spent = await database.AskAsync<decimal>("SELECT sum(cost_yuan) FROM attempt", Token);
        Assert.InRange(spent, 49, 50);
        Assert.Equal(spent, await database.AskAsync<decimal>("SELECT sum(used) FROM purse", Token));
        Assert.All(desks, desk => Assert.NotNull(desk.Run.Progress[0].Stopped));
        await LeaveAsync(desks);
        Assert.Equal(spent, await database.AskAsync<decimal>("SELECT drawn FROM budget", Token));
    }

    [Fact]
    public async Task What_one_that_was_removed_had_is_asked_by_the_others_and_its_answers_are_kept()
    {
        await using var database = await BeginAsync(cap: 1000);
        var desks = await DesksAsync(database, cap: 1000);
        var asking = desks.Select(desk => desk.RunAsync(Token)).ToList();
        while (desks[0].Model.Calls < 20)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Token);
        }

        await using (var connection = await database.Source.OpenConnectionAsync(Token))
        {
            Assert.True(Fence.Remove(connection, desks[0].Holder.Number, null, TimeSpan.FromSeconds(10)));
        }

        await Assert.ThrowsAsync<LedgerFaultException>(() => asking[0]);
        await Task.WhenAll(asking.Skip(1));

        Assert.True(desks[0].Holder.IsRemoved);
        Assert.Equal(Questions, await database.Ledger.KeptAsync(Sitting.Key, Token).CountAsync(Token));
        var calls = desks.Sum(desk => desk.Model.Calls);
        Assert.Equal(calls * 0.5m, await database.AskAsync<decimal>("SELECT (SELECT sum(cost_yuan) FROM attempt) + (SELECT sum(lost_yuan) FROM sitting)", Token));
        Assert.Equal(0, (await database.Ledger.UnknownSpendingAsync(Sitting.Key, Token)).Outstanding);
        await LeaveAsync(desks);
    }

    [Fact]
    public async Task What_one_that_was_removed_had_not_had_judged_is_judged_by_the_others_and_not_asked_again()
    {
        await using var database = await BeginAsync(cap: null);
        var isOver = new TaskCompletionSource();
        using var silent = Judge(token => isOver.Task.WaitAsync(token));
        using var judge = Judge(_ => Task.CompletedTask);
        var first = await Desk.OpenAsync(database, null, silent);
        var other = await Desk.OpenAsync(database, null, judge);
        var asking = first.RunAsync(Token);
        while (await database.AskAsync<long>("SELECT count(*) FROM attempt", Token) < 4)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, Token);
        }

        await using (var connection = await database.Source.OpenConnectionAsync(Token))
        {
            Assert.True(Fence.Remove(connection, first.Holder.Number, null, TimeSpan.FromSeconds(10)));
        }

        await other.RunAsync(Token);
        isOver.SetResult();
        await Assert.ThrowsAsync<LedgerFaultException>(() => asking);

        Assert.Equal(Questions, await database.AskAsync<long>("SELECT count(*) FROM attempt WHERE judged_by IS NOT NULL AND verdict <> 'Unreadable'", Token));
        Assert.InRange(first.Model.Calls + other.Model.Calls, Questions, Questions + first.Model.Calls - 4);
        await LeaveAsync([first, other]);
    }

    [Fact]
    public async Task One_whose_key_is_refused_leaves_the_model_to_the_others()
    {
        await using var database = await BeginAsync(cap: null);
        var locked = await Desk.OpenAsync(database, null, model: ScriptedExaminee.Failing(FaultKind.Unauthorized));
        var other = await Desk.OpenAsync(database, null);

        await Task.WhenAll(locked.RunAsync(Token), other.RunAsync(Token));

        Assert.InRange(locked.Model.Calls, 1, 8);
        Assert.NotNull(locked.Run.Progress[0].Stopped);
        Assert.Equal(Questions, other.Model.Calls);
        Assert.Equal(Questions, await database.AskAsync<long>("SELECT count(*) FROM attempt WHERE outcome = 'Replied'", Token));
        await LeaveAsync([locked, other]);
    }

    private static ScriptedExaminee Judge(Func<CancellationToken, Task> before)
    {
        var said = new Reply(Outcome.Replied, Said.Reading("letter", "B", "the second one")) { Usage = new TokenUsage(0, 20) };
        return new ScriptedExaminee(Samples.Model("judge"), (_, _) => said) { Before = before };
    }

    private async Task<SharingDatabase> BeginAsync(decimal? cap)
    {
        var database = await SharingDatabase.CreateAsync(shared, Token);
        await database.Ledger.BeginAsync(Sitting, 1, null, Token);
        await new SharedRuns(database.Source).PlaceAsync(
            new RunOrder("run", [], "tester", DateTimeOffset.UnixEpoch, "1") { Works = [new(Sitting.Key, "test", Questions)], Cap = cap }, Token);
        return database;
    }

    private static async Task<List<Desk>> DesksAsync(SharingDatabase database, decimal? cap)
    {
        var desks = new List<Desk>();
        for (var desk = 0; desk < 3; desk++)
        {
            desks.Add(await Desk.OpenAsync(database, cap));
        }

        return desks;
    }

    private static async Task LeaveAsync(List<Desk> desks)
    {
        foreach (var desk in desks)
        {
            await desk.DisposeAsync();
        }
    }

    private sealed class Desk : IAsyncDisposable
    {
        private readonly PostgresLedger ledger;
        private readonly SharedMeans means;

        private Desk(PostgresLedger ledger, PostgresHolder holder, ScriptedExaminee model)
        {
            (this.ledger, Holder) = (ledger, holder);
            means = new SharedMeans(holder, ledger, "run", new OwnPace(Samples.Quick, TimeProvider.System), null, TimeProvider.System);
            Model = model;
        }

        public PostgresHolder Holder { get; }

        public ScriptedExaminee Model { get; }

        public Run Run { get; private set; } = null!;

        public static async Task<Desk> OpenAsync(SharingDatabase database, decimal? cap, Examinee? judge = null, ScriptedExaminee? model = null)
        {
            var holder = await database.JoinAsync(Token);
            var desk = new Desk(PostgresLedger.Open(database.ConnectionString), holder, model ?? Answering(judge is null ? "Answer: A" : "I would go for the second one, somehow."));
            desk.Run = await Run.PrepareAsync(
                Exam, [new Candidate(desk.Model, new Rate(0, 0, 10_000))], PromptTemplates.Load(null), desk.ledger,
                Samples.Quick with { Judges = judge is null ? [] : [new Candidate(judge, null)] }, new Budget(cap, desk.means.FundOf), desk.means, TimeProvider.System, Token);
            return desk;
        }

        private static ScriptedExaminee Answering(string answer) =>
            new(Samples.Model(), (_, _) => new Reply(Outcome.Replied, answer) { Usage = new TokenUsage(0, 50) })
            {
                Before = cancellationToken => Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken),
            };

        public async Task RunAsync(CancellationToken cancellationToken)
        {
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var heeding = means.HeedAsync(over.Token);
            try
            {
                await Run.AskAsync(cancellationToken);
            }
            finally
            {
                await over.CancelAsync();
                await heeding;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await means.DisposeAsync();
            await Holder.DisposeAsync();
            await ledger.DisposeAsync();
            Model.Dispose();
        }
    }
}
