using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Sharing;
using Jinbang.Tests.Postgres;
using Jinbang.Tests.Runs.Pacing;
using Npgsql;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>A removal, at whatever moment of its holder's work, on connections of their own.</summary>
public sealed class FenceTests(SharedPostgres shared)
{
    private const decimal Worst = 0.01m;

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_was_drawn_and_never_used_goes_back()
    {
        await using var database = await BeginAsync(cap: 1);
        using var holder = database.Join(new ManualTime());
        Assert.Equal((Drawing.Drawn, 0.1m), await Purse(database, holder).DrawAsync(0.1m, Worst, 0, Token));
        await AssertDrawnAsync(database, 0.1m, 0.1m);

        await RemoveAsync(database, holder);

        await AssertDrawnAsync(database, 0, 0);
        Assert.Equal((Drawing.Removed, 0m), await Purse(database, holder).DrawAsync(0.1m, Worst, 0, Token));
    }

    [Fact]
    public async Task What_may_have_been_called_for_stays_drawn_and_goes_back_when_it_is_told()
    {
        await using var database = await BeginAsync(cap: 1);
        using var holder = database.Join(new ManualTime());
        await Purse(database, holder).DrawAsync(0.1m, Worst, 0, Token);
        await WriteAsync(database, holder, Page(mark: 2 * Worst));

        await RemoveAsync(database, holder);
        await AssertDrawnAsync(database, 2 * Worst, 2 * Worst);
        Assert.True(await database.AskAsync<bool>("SELECT is_forfeit FROM outstanding", Token));

        Assert.Equal(Presence.Late, await WriteAsync(database, holder, Page(mark: Worst, Call(holder, 0, 0.004m))));
        await AssertDrawnAsync(database, 0.004m + Worst, 0.004m + Worst);
        Assert.Equal(Presence.Late, await WriteAsync(database, holder, Page(mark: 0, Call(holder, 1, 0.003m))));
        await AssertDrawnAsync(database, 0.007m, 0.007m);
        Assert.Equal(0.007m, await database.AskAsync<decimal>("SELECT sum(cost_yuan) FROM attempt", Token));
        Assert.Equal(0m, await database.AskAsync<decimal>("SELECT sum(yuan) FROM outstanding", Token));
    }

    [Fact]
    public async Task Who_is_late_cannot_raise_its_mark_nor_end_a_lease()
    {
        await using var database = await BeginAsync(cap: 1);
        using var holder = database.Join(new ManualTime());
        var lease = (await new Leases(database.Source, holder.Number).TakeAsync("s1", [], 10, Token))!;
        await WriteAsync(database, holder, Page(mark: Worst));
        await RemoveAsync(database, holder);

        await WriteAsync(database, holder, Ending(Page(mark: 5 * Worst), lease));

        Assert.Equal(Worst, await database.AskAsync<decimal>("SELECT yuan FROM outstanding", Token));
        Assert.Equal(1L, await database.AskAsync<long>("SELECT count(*) FROM lease WHERE holder IS NULL", Token));
    }

    [Fact]
    public async Task A_removal_waits_for_a_commit_under_way_and_counts_it()
    {
        await using var database = await BeginAsync(cap: 1);
        using var holder = database.Join(new ManualTime());
        await Purse(database, holder).DrawAsync(0.1m, Worst, 0, Token);
        await WriteAsync(database, holder, Page(mark: Worst));
        await using var connection = await database.Source.OpenConnectionAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        var commit = new SharedCommit(connection, new Share(holder.Number, "run"));
        Assert.Equal(Presence.Present, commit.Enter());

        var removal = Task.Run(() => RemoveAsync(database, holder), Token);
        await WaitingAsync(database, 1);
        commit.Book(Page(mark: 3 * Worst).Pages, Presence.Present);
        await transaction.CommitAsync(Token);
        await removal;

        await AssertDrawnAsync(database, 3 * Worst, 3 * Worst);
    }

    [Fact]
    public async Task A_commit_waits_for_a_removal_under_way_and_is_late()
    {
        await using var database = await BeginAsync(cap: 1);
        using var holder = database.Join(new ManualTime());
        await Purse(database, holder).DrawAsync(0.1m, Worst, 0, Token);
        await WriteAsync(database, holder, Page(mark: Worst));
        await using var blocker = await database.Source.OpenConnectionAsync(Token);
        await using var hold = await blocker.BeginTransactionAsync(Token);
        await using (var budget = blocker.Command("SELECT true FROM budget FOR UPDATE"))
        {
            await budget.ExecuteNonQueryAsync(Token);
        }

        // The removal has deleted the row and waits for the budget; the commit waits for the removal.
        var removal = Task.Run(() => RemoveAsync(database, holder), Token);
        await WaitingAsync(database, 1);
        var commit = Task.Run(() => WriteAsync(database, holder, Page(mark: 4 * Worst, Call(holder, 0, 0.004m))), Token);
        await WaitingAsync(database, 2);
        await hold.CommitAsync(Token);

        await removal;
        Assert.Equal(Presence.Late, await commit);
        // Its mark did not rise, and the call was below it.
        await AssertDrawnAsync(database, Worst, Worst);
    }

    [Fact]
    public async Task A_commit_under_way_of_a_machine_that_vanished_holds_nobody_s_beats_up()
    {
        await using var database = await BeginAsync(cap: 1);
        using var vanished = database.Join(new ManualTime());
        await using var connection = await database.Source.OpenConnectionAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        new SharedCommit(connection, new Share(vanished.Number, "run")).Enter();
        var time = new ManualTime();
        using var watcher = database.Join(time);
        for (var look = 0; look < 8; look++)
        {
            watcher.Beat();
            time.MoveTo(time.Seconds + 0.5);
        }

        Assert.True(watcher.MayBegin);
        Assert.Equal(2L, await database.AskAsync<long>("SELECT count(*) FROM holder", Token));

        await transaction.RollbackAsync(Token);
        watcher.Beat();
        Assert.Equal(1L, await database.AskAsync<long>("SELECT count(*) FROM holder", Token));
    }

    [Fact]
    public async Task Of_two_who_remove_at_once_one_does()
    {
        await using var database = await BeginAsync(cap: 1);
        using var holder = database.Join(new ManualTime());
        await Purse(database, holder).DrawAsync(0.1m, Worst, 0, Token);

        var removed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TryRemove(database, holder), Token)));

        Assert.Equal(1, removed.Count(isDone => isDone));
        await AssertDrawnAsync(database, 0, 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_that_is_written_again_counts_once_though_nobody_heard_of_its_commit_and_its_holder_was_removed(bool isDone)
    {
        await using var database = await BeginAsync(cap: 1);
        using var holder = database.Join(new ManualTime());
        await Purse(database, holder).DrawAsync(0.1m, Worst, 0, Token);
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await using var wire = new Wire(settings.Port);
        settings.Port = wire.Port;
        await using var ledger = PostgresLedger.Open(settings.ConnectionString);
        var pages = Page(mark: 0, Call(holder, 0, 0.004m)).Pages;
        pages = [pages[0] with { Lost = 0.002m, Used = new Dictionary<string, decimal> { ["m1"] = 0.006m } }];
        wire.CutCommit(isDone, staysDown: true);
        await Assert.ThrowsAsync<LedgerFaultException>(() => ledger.WriteAsync(new Share(holder.Number, "run"), pages, Token));
        await RemoveAsync(database, holder);
        wire.IsDown = false;

        Assert.Equal(Presence.Late, await ledger.WriteAsync(new Share(holder.Number, "run"), pages, Token));

        Assert.Equal(0.002m, await database.AskAsync<decimal>("SELECT lost_yuan FROM sitting WHERE key = 's1'", Token));
        Assert.Equal([0.006m, 0.006m], await database.AskAsync<decimal[]>("SELECT array_agg(used) FROM purse", Token));
        Assert.Equal(0.004m, await database.AskAsync<decimal>("SELECT sum(cost_yuan) FROM attempt", Token));
    }

    [Fact]
    public async Task What_another_was_answered_first_costs_the_sitting_what_it_cost()
    {
        await using var database = await BeginAsync(cap: 1);
        using var first = database.Join(new ManualTime());
        using var second = database.Join(new ManualTime());
        foreach (var holder in (Pulse[])[first, second])
        {
            await Purse(database, holder).DrawAsync(0.1m, Worst, 0, Token);
        }

        await WriteAsync(database, first, Page(mark: 0, Call(first, 0, 0.004m)));
        await WriteAsync(database, second, Page(mark: 0, Call(second, 0, 0.006m)));

        Assert.Equal(0.004m, await database.AskAsync<decimal>("SELECT sum(cost_yuan) FROM attempt", Token));
        Assert.Equal(0.006m, await database.AskAsync<decimal>("SELECT lost_yuan FROM sitting WHERE key = 's1'", Token));
        Assert.Equal(0.01m, await database.AskAsync<decimal>("SELECT sum(used) FROM purse WHERE model = ''", Token));
    }

    [Fact]
    public async Task Many_who_write_the_same_in_any_order_while_others_are_removed_never_wait_in_a_ring()
    {
        await using var database = await BeginAsync(cap: 100);
        var chance = new Random(7);
        var holders = Enumerable.Range(0, 8).Select(_ => database.Join(new ManualTime())).ToList();
        var orders = holders.Select(_ => Enumerable.Range(0, 40).OrderBy(_ => chance.Next()).ToList()).ToList();

        await Task.WhenAll(holders.SelectMany((holder, at) => (Task[])
        [
            Task.Run(() => WorkAsync(database, holder, orders[at]), Token),
            .. at % 2 == 0 ? [Task.Run(async () => await RemoveWhenAsync(database, holder, orders[at][0]), Token)] : (Task[])[],
        ]));
        holders.ForEach(holder => holder.Dispose());

        var (drawn, purses) = (await database.AskAsync<decimal>("SELECT sum(drawn) FROM budget", Token), await database.AskAsync<decimal>("SELECT sum(drawn) FROM purse", Token));
        Assert.Equal(drawn, purses);
        Assert.Equal(0L, await database.AskAsync<long>("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()", Token));
    }

    private static async Task WorkAsync(SharingDatabase database, Pulse holder, List<int> order)
    {
        // A program of its own: one ledger writes one page at a time.
        await using var ledger = PostgresLedger.Open(database.ConnectionString);
        for (var nth = 1; nth <= 10; nth++)
        {
            await Purse(database, holder).DrawAsync(0.1m * nth, Worst, 0, Token);
            await new Purse(database.Source, "run", "m1", holder.Number).DrawAsync(0.1m * nth, Worst, 0, Token);
            var calls = order.Skip((nth - 1) * 4).Take(4).SelectMany(place => (PlayedCall[])[Call(holder, place, 0.004m), new(holder.Number, "s2", "m2", place, 0.003m)]);
            var page = Page(mark: Worst, [.. calls]);
            await ledger.WriteAsync(new Share(holder.Number, "run"), [.. page.Pages.Select(written => written with { Lost = 0.001m })], Token);
        }
    }

    private static async Task RemoveWhenAsync(SharingDatabase database, Pulse holder, int nth)
    {
        while (await database.AskAsync<long>("SELECT count(*) FROM attempt", Token) < 20 + nth)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Token);
        }

        await RemoveAsync(database, holder);
    }

    private async Task<SharingDatabase> BeginAsync(decimal cap)
    {
        var database = await SharingDatabase.CreateAsync(shared, Token);
        await database.SitAsync("s1", "m1", Token);
        await database.SitAsync("s2", "m2", Token);
        await new SharedRuns(database.Source).PlaceAsync(
            new RunOrder("run", [], "tester", DateTimeOffset.UnixEpoch, "1")
            {
                Works = [new("s1", "account", 100), new("s2", "account", 100)],
                Cap = cap,
                ModelCaps = new Dictionary<string, decimal> { ["m1"] = cap },
            },
            Token);
        return database;
    }

    private static Purse Purse(SharingDatabase database, Pulse holder) => new(database.Source, "run", "", holder.Number);

    private static PlayedCall Call(Pulse holder, int place, decimal cost) => new(holder.Number, "s1", "m1", place, cost);

    private static PlayedPage Page(decimal mark, params PlayedCall[] calls) => new(
        calls,
        [.. calls.Select(call => call.Sitting).Append("s1").Distinct().Select(sitting => PlayedPage.Of(sitting, calls) with { Outstanding = sitting == "s1" ? mark : null })]);

    private static PlayedPage Ending(PlayedPage page, Lease lease) => page with { Pages = [page.Pages[0] with { Ended = [lease] }] };

    private static Task<Presence> WriteAsync(SharingDatabase database, Pulse holder, PlayedPage page) =>
        database.Ledger.WriteAsync(new Share(holder.Number, "run"), page.Pages, Token);

    private static bool TryRemove(SharingDatabase database, Pulse holder)
    {
        using var connection = database.Source.OpenConnection();
        return Fence.Remove(connection, holder.Number, 0, Patience);
    }

    private static Task RemoveAsync(SharingDatabase database, Pulse holder)
    {
        Assert.True(TryRemove(database, holder));
        return Task.CompletedTask;
    }

    /// <summary>Waits until so many transactions wait for a lock.</summary>
    private static async Task WaitingAsync(SharingDatabase database, long count)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (await database.AskAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", Token) < count)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, "Nobody waits.");
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }
    }

    private static async Task AssertDrawnAsync(SharingDatabase database, decimal budget, decimal purse)
    {
        Assert.Equal(budget, await database.AskAsync<decimal>("SELECT drawn FROM budget WHERE model = ''", Token));
        Assert.Equal(purse, await database.AskAsync<decimal>("SELECT sum(drawn) FROM purse WHERE model = ''", Token));
    }
}
