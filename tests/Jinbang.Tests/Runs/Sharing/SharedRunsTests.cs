using Jinbang.Runs;
using Jinbang.Runs.Sharing;
using Jinbang.Tests.Postgres;
using Jinbang.Tests.Runs.Pacing;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>Runs as rows, and what is given out of them.</summary>
public sealed class SharedRunsTests(SharedPostgres shared) : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private SharingDatabase database = null!;
    private SharedRuns runs = null!;

    public async ValueTask InitializeAsync()
    {
        database = await SharingDatabase.CreateAsync(shared, Token);
        runs = new SharedRuns(database.Source);
        await database.SitAsync("s1", "m1", Token);
        await database.SitAsync("s2", "m2", Token);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_sitting_of_another_run_is_refused_by_the_name_of_that_run_and_nothing_is_begun()
    {
        await runs.PlaceAsync(Order("first", "s1"), Token);

        var refused = await Assert.ThrowsAsync<BadInputException>(() => runs.PlaceAsync(Order("second", "s2", "s1"), Token));

        Assert.Contains("by run first", refused.Message, StringComparison.Ordinal);
        Assert.Contains("m1", refused.Message, StringComparison.Ordinal);
        Assert.Null(await runs.StateAsync("second", Token));
        await runs.PlaceAsync(Order("third", "s2"), Token);
    }

    [Fact]
    public async Task What_sittings_cost_before_counts_for_the_whole_and_for_models_with_caps_of_their_own()
    {
        await database.ExecuteAsync("UPDATE sitting SET lost_yuan = 0.5 WHERE key = 's1'", Token);
        PlayedCall[] calls = [new(0, "s1", "m1", 1, 0.001m), new(0, "s2", "m2", 1, 0.002m), new(0, "s1", "judge", 1, 0.004m)];
        await database.Ledger.WriteAsync([PlayedPage.Of("s1", calls), PlayedPage.Of("s2", calls)], Token);
        await database.ExecuteAsync("INSERT INTO outstanding (sitting, holder, run, yuan, is_forfeit) VALUES ('s2', 7, 'earlier', 0.25, true)", Token);

        await runs.PlaceAsync(Order("run", "s1", "s2") with
        {
            Cap = 1,
            ModelCaps = new Dictionary<string, decimal> { ["m1"] = 1, ["m2"] = 1, ["judge"] = 1 },
            Judges = new HashSet<string> { "judge" },
        }, Token);

        Assert.Equal(
            ["", "judge", "m1", "m2"], await database.AskAsync<string[]>("SELECT array_agg(model ORDER BY model) FROM budget", Token));
        Assert.Equal(
            [0.757m, 0.004m, 0.501m, 0.252m], await database.AskAsync<decimal[]>("SELECT array_agg(before ORDER BY model) FROM budget", Token));
        Assert.Equal(new UnknownSpending(0.25m, 0), await database.Ledger.UnknownSpendingAsync("s2", Token));
    }

    [Fact]
    public async Task Leases_grow_smaller_towards_the_end_and_every_place_is_given_once()
    {
        await runs.PlaceAsync(Order("run", "s1"), Token);
        using var one = database.Join(new ManualTime());
        using var other = database.Join(new ManualTime());
        var (first, second) = (new Leases(database.Source, one.Number), new Leases(database.Source, other.Number));
        var taken = new List<Lease>();
        while (await (taken.Count % 2 == 0 ? first : second).TakeAsync("s1", [.. taken.Select(lease => lease.First)], 1000, Token) is { } lease)
        {
            taken.Add(lease);
        }

        Assert.Equal(2000, taken.Sum(lease => lease.Places));
        Assert.Equal(Enumerable.Range(0, 2000), taken.SelectMany(lease => Enumerable.Range(lease.First, lease.Places)));
        Assert.Equal([256, 256, 256, 256, 244, 183], taken.Take(6).Select(lease => lease.Places));
        Assert.Equal(1, taken[^1].Places);
    }

    [Fact]
    public async Task A_lease_whose_taking_nobody_heard_of_is_found_again_and_one_that_was_returned_comes_first()
    {
        await runs.PlaceAsync(Order("run", "s1"), Token);
        using var one = database.Join(new ManualTime());
        using var other = database.Join(new ManualTime());
        var (first, second) = (new Leases(database.Source, one.Number), new Leases(database.Source, other.Number));
        var lease = await first.TakeAsync("s1", [], 10, Token);

        Assert.Equal(lease, await first.TakeAsync("s1", [], 10, Token));
        Assert.Equal(10, (await first.TakeAsync("s1", [0], 10, Token))!.First);
        one.Leave();

        Assert.Equal(0, (await second.TakeAsync("s1", [], 10, Token))!.First);
        Assert.Equal(10, (await second.TakeAsync("s1", [0], 10, Token))!.First);
        Assert.Equal(20, (await second.TakeAsync("s1", [0, 10], 10, Token))!.First);
        Assert.Null(await first.TakeAsync("s1", [], 10, Token));
    }

    [Fact]
    public async Task Nothing_is_given_while_a_run_is_paused_or_its_model_is_stopped()
    {
        await runs.PlaceAsync(Order("run", "s1", "s2"), Token);
        using var holder = database.Join(new ManualTime());
        var leases = new Leases(database.Source, holder.Number);

        Assert.True(await runs.PauseAsync("run", Token));
        Assert.False(await runs.PauseAsync("run", Token));
        Assert.Null(await leases.TakeAsync("s1", [], 10, Token));
        Assert.Contains("s1", await leases.OpenAsync(["s1"], Token));
        Assert.True(await runs.ResumeAsync("run", Token));
        await runs.LeaveAsync("s1", holder.Number, new("It only fails.", "总是失败。"), Token);
        await runs.StopUnlessAskedAsync(["s1"], Token);

        Assert.Null(await leases.TakeAsync("s1", [], 10, Token));
        Assert.Empty(await leases.OpenAsync(["s1"], Token));
        Assert.NotNull(await leases.TakeAsync("s2", [], 10, Token));
    }

    [Fact]
    public async Task What_one_asks_no_more_others_ask_until_none_of_them_does()
    {
        await runs.PlaceAsync(Order("run", "s1"), Token);
        using var one = database.Join(new ManualTime());
        using var other = database.Join(new ManualTime());
        var (first, second) = (new Leases(database.Source, one.Number), new Leases(database.Source, other.Number));
        Assert.Equal(0, (await first.TakeAsync("s1", [], 10, Token))!.First);

        await runs.LeaveAsync("s1", one.Number, new("The key is refused.", "密钥被拒绝。"), Token);
        await runs.StopUnlessAskedAsync(["s1"], Token);
        Assert.Equal(0, (await second.TakeAsync("s1", [], 10, Token))!.First);
        var refusal = Assert.Single((await database.Ledger.Sights.FindAsync("run", Token))!.Refusals);
        Assert.Equal(("test", "m1", "The key is refused."), (refusal.Holder, refusal.Model, refusal.Why.English));

        other.Leave();
        Assert.Contains("s1", await first.OpenAsync(["s1"], Token));
        await runs.StopUnlessAskedAsync(["s1"], Token);
        Assert.Empty(await first.OpenAsync(["s1"], Token));
        Assert.Equal(RunState.Ended, await runs.CloseAsync("run", Token));
    }

    [Fact]
    public async Task A_run_ends_with_its_last_lease_and_then_others_may_ask_its_sittings()
    {
        await runs.PlaceAsync(Order("run", "s1") with { Parcel = [1, 2, 3], Works = [new("s1", "account", 3)] }, Token);
        using var holder = database.Join(new ManualTime());
        var leases = new Leases(database.Source, holder.Number);
        Lease[] all = [(await leases.TakeAsync("s1", [], 2, Token))!, (await leases.TakeAsync("s1", [0], 2, Token))!, (await leases.TakeAsync("s1", [0, 1], 2, Token))!];
        Assert.Null(await leases.TakeAsync("s1", [0, 1, 2], 2, Token));

        foreach (var lease in all)
        {
            Assert.Equal(RunState.Running, await runs.CloseAsync("run", Token));
            await database.Ledger.WriteAsync(new Share(holder.Number, "run"), [new("s1") { Ended = [lease] }], Token);
        }

        Assert.Equal([1, 2, 3], (await runs.OrderAsync("run", Token)).Parcel);
        Assert.Equal(RunState.Ended, await runs.CloseAsync("run", Token));
        Assert.Empty((await runs.OrderAsync("run", Token)).Parcel);
        await runs.PlaceAsync(Order("next", "s1"), Token);
    }

    [Fact]
    public async Task A_run_that_is_stopped_frees_its_sittings_once_nobody_has_a_lease()
    {
        await runs.PlaceAsync(Order("run", "s1"), Token);
        using var holder = database.Join(new ManualTime());
        await new Leases(database.Source, holder.Number).TakeAsync("s1", [], 2, Token);
        await runs.StopRunAsync("run", Token);

        Assert.Equal(RunState.Stopped, await runs.CloseAsync("run", Token));
        await Assert.ThrowsAsync<BadInputException>(() => runs.PlaceAsync(Order("next", "s1"), Token));
        holder.Leave();
        await runs.CloseAsync("run", Token);

        await runs.PlaceAsync(Order("next", "s1"), Token);
    }

    [Fact]
    public async Task The_database_itself_refuses_to_exceed_a_cap()
    {
        await runs.PlaceAsync(Order("run", "s1") with { Cap = 1 }, Token);

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => database.ExecuteAsync("UPDATE budget SET drawn = 1.01", Token));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => database.ExecuteAsync("UPDATE budget SET drawn = -0.01", Token));
    }

    [Fact]
    public async Task Results_of_shared_pages_are_told_of_though_the_sitting_s_row_is_left_alone()
    {
        await runs.PlaceAsync(Order("run", "s1"), Token);
        using var holder = database.Join(new ManualTime());
        var before = (await database.Ledger.StatesAsync(Token)).Exams[("exam", Language.English)];
        var row = await database.AskAsync<string>("SELECT xmin::text FROM sitting WHERE key = 's1'", Token);

        await database.Ledger.WriteAsync(new Share(holder.Number, "run"), [PlayedPage.Of("s1", [new(holder.Number, "s1", "m1", 1, 0.001m)])], Token);

        Assert.NotEqual(before, (await database.Ledger.StatesAsync(Token)).Exams[("exam", Language.English)]);
        Assert.Equal(row, await database.AskAsync<string>("SELECT xmin::text FROM sitting WHERE key = 's1'", Token));
    }

    private static RunOrder Order(string id, params string[] sittings) => new(id, [], "tester", DateTimeOffset.UnixEpoch, "1")
    {
        Works = [.. sittings.Select(sitting => new WorkOrder(sitting, "account", 2000))],
    };
}
