using Jinbang.Runs;
using Jinbang.Runs.Sharing;
using Jinbang.Tests.Postgres;
using Jinbang.Tests.Runs.Pacing;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>Budgets of several holders that draw from one cap in the database.</summary>
public sealed class PurseFundTests(SharedPostgres shared)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 100)]
    public async Task However_many_draw_neither_cap_is_exceeded_and_what_fits_is_spent(int seed, int cap)
    {
        await using var database = await BeginAsync(cap, most: 1);
        var desks = Enumerable.Range(0, 3).Select(_ => new Desk(database)).ToList();
        using var heeding = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var heeded = Task.WhenAll(desks.Select(desk => desk.HeedAsync(heeding.Token)));
        var chance = new Random(seed);
        decimal[] worsts = [.. Enumerable.Range(0, 300).Select(_ => chance.Next(1, 100) / 1000m)];
        var isFull = await Task.WhenAll(worsts.Select((worst, at) => Task.Run(async () =>
        {
            var desk = desks[at % 3];
            var budget = desk.Budget.Of(at % 2 == 0 ? "m1" : "m2");
            if (!await budget.ReserveAsync(worst, Token))
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(at % 7), TimeProvider.System, Token);
            budget.Settle(worst, worst / 2);
            await desk.TellAsync(at % 2 == 0 ? "m1" : "m2", worst / 2);
            return false;
        })));
        await heeding.CancelAsync();
        await heeded;

        var (spent, own) = (desks.Sum(desk => desk.Budget.Spent), desks.Sum(desk => desk.Budget.Of("m1").Spent));
        Assert.True(spent <= cap && own <= 1);
        Assert.InRange(cap == 3 ? spent / cap : own, 0.9m, 1);
        Assert.Contains(true, isFull);
        Assert.Equal(
            await database.AskAsync<decimal>("SELECT sum(drawn) FROM budget", Token), await database.AskAsync<decimal>("SELECT sum(drawn) FROM purse", Token));
        desks.ForEach(desk => desk.Dispose());
    }

    [Fact]
    public async Task What_one_has_drawn_and_does_not_need_is_given_back_to_another_before_it_is_refused()
    {
        await using var database = await BeginAsync(cap: 1, most: 1);
        using var rich = new Desk(database);
        using var poor = new Desk(database);
        Assert.True(await rich.Budget.ReserveAsync(0.9m, Token));
        rich.Budget.Settle(0.9m, 0.1m);
        await rich.TellAsync("m2", 0.1m);
        var waiting = poor.Budget.ReserveAsync(0.8m, Token);
        while ((await new SharedRuns(database.Source).WantedAsync("run", Token)).Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }

        Assert.False(waiting.IsCompleted);
        await rich.Funds[""].GiveBackAsync(Token);

        Assert.True(await waiting);
        Assert.False(await rich.Budget.ReserveAsync(0.95m, Token));
    }

    [Fact]
    public async Task A_holder_that_was_removed_draws_nothing()
    {
        await using var database = await BeginAsync(cap: 1, most: 1);
        using var desk = new Desk(database);
        await using (var connection = await database.Source.OpenConnectionAsync(Token))
        {
            Fence.Remove(connection, desk.Number, 0, TimeSpan.FromSeconds(1));
        }

        Assert.False(await desk.Budget.ReserveAsync(0.1m, Token));
    }

    [Fact]
    public async Task Where_there_is_plenty_more_is_drawn_than_one_call_and_never_more_than_a_share()
    {
        await using var database = await BeginAsync(cap: 8, most: 8);
        using var one = new Desk(database);
        using var other = new Desk(database);
        var purse = new Purse(database.Source, "run", "", one.Number);

        Assert.Equal((Drawing.Drawn, 2m), await purse.DrawAsync(0.1m, 0.1m, 100, Token));
        Assert.Equal((Drawing.Drawn, 3.5m), await purse.DrawAsync(2.1m, 0.1m, 100, Token));
        Assert.Equal((Drawing.Drawn, 3.6m), await purse.DrawAsync(3.6m, 0.1m, 0, Token));
    }

    private async Task<SharingDatabase> BeginAsync(decimal cap, decimal most)
    {
        var database = await SharingDatabase.CreateAsync(shared, Token);
        await database.SitAsync("s1", "m1", Token);
        await new SharedRuns(database.Source).PlaceAsync(
            new RunOrder("run", [], "tester", DateTimeOffset.UnixEpoch, "1")
            {
                Works = [new("s1", "account", 100)],
                Cap = cap,
                ModelCaps = new Dictionary<string, decimal> { ["m1"] = most },
            },
            Token);
        return database;
    }

    /// <summary>One holder with its budget.</summary>
    private sealed class Desk : IDisposable
    {
        private readonly SharingDatabase database;
        private readonly Pulse pulse;
        private readonly SemaphoreSlim turn = new(1, 1);

        public Desk(SharingDatabase database)
        {
            this.database = database;
            pulse = database.Join(new ManualTime());
            Budget = new Budget(3, (model, _) => Funds[model] = new PurseFund(new Purse(database.Source, "run", model, pulse.Number), TimeProvider.System))
            {
                ModelCaps = new Dictionary<string, decimal> { ["m1"] = 1 },
            };
        }

        public long Number => pulse.Number;

        public Budget Budget { get; }

        public Dictionary<string, PurseFund> Funds { get; } = [];

        /// <summary>As a commit does, one after the other.</summary>
        public async Task TellAsync(string model, decimal cost)
        {
            await turn.WaitAsync(Token);
            using var connection = database.Source.OpenConnection();
            using var transaction = connection.BeginTransaction();
            new SharedCommit(connection, new Share(Number, "run")).Book([new("s1") { Used = new Dictionary<string, decimal> { [model] = cost } }], Presence.Present);
            transaction.Commit();
            turn.Release();
        }

        public async Task HeedAsync(CancellationToken cancellationToken)
        {
            try
            {
                while (true)
                {
                    foreach (var model in await new SharedRuns(database.Source).WantedAsync("run", cancellationToken))
                    {
                        await Funds[model].GiveBackAsync(cancellationToken);
                    }

                    await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
                }
            }
            catch (OperationCanceledException)
            {
            }
        }

        public void Dispose() => pulse.Dispose();
    }
}
