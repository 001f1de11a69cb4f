using Jinbang.Runs.Sharing;
using Jinbang.Tests.Postgres;
using Jinbang.Tests.Runs.Pacing;
using Npgsql;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>A holder stops itself before others remove it, by clocks that agree with no other.</summary>
public sealed class PulseTests(SharedPostgres shared)
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_number_is_never_given_twice()
    {
        await using var database = await SharingDatabase.CreateAsync(shared, Token);
        using var first = database.Join(new ManualTime());
        first.Leave();
        using var second = database.Join(new ManualTime());

        Assert.True(second.Number > first.Number);
        Assert.True(first.IsRemoved);
        Assert.False(first.MayBegin);
    }

    [Fact]
    public async Task It_may_begin_nothing_once_its_last_beat_is_a_second_and_a_half_old_and_again_after_the_next()
    {
        await using var database = await SharingDatabase.CreateAsync(shared, Token);
        var (time, isReached) = (new ManualTime(), true);
        using var pulse = Cuttable(database, time, () => isReached, out var cut);
        time.MoveTo(1.4);
        Assert.True(pulse.MayBegin);
        Assert.True(pulse.AdmitAsync(Token).AsTask().IsCompletedSuccessfully);

        isReached = false;
        await cut();
        pulse.Beat();
        time.MoveTo(1.5);
        Assert.False(pulse.MayBegin);
        pulse.Beat();
        var waiting = pulse.AdmitAsync(Token).AsTask();
        Assert.False(waiting.IsCompleted);

        isReached = true;
        pulse.Beat();
        Assert.True(pulse.MayBegin);
        await waiting;
        Assert.False(pulse.Removed.IsCancellationRequested);
    }

    [Fact]
    public async Task Who_stands_still_is_removed_by_the_sixth_look_and_never_before_it_has_stopped_itself()
    {
        await using var database = await SharingDatabase.CreateAsync(shared, Token);
        var (own, others) = (new ManualTime(), new ManualTime());
        using var still = database.Join(own);
        using var watcher = database.Join(others);
        for (var look = 1; look <= 5; look++)
        {
            watcher.Beat();
            others.MoveTo(look * 0.5);
            own.MoveTo(look * 0.5);
        }

        Assert.False(still.MayBegin);
        still.Beat();
        Assert.False(still.IsRemoved);
        others.MoveTo(3);
        for (var look = 0; look < 6; look++)
        {
            watcher.Beat();
            others.MoveTo(others.Seconds + 0.5);
        }

        still.Beat();
        Assert.True(still.IsRemoved);
        Assert.True(still.Removed.IsCancellationRequested);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => still.AdmitAsync(Token).AsTask());
        still.Beat();
        Assert.False(still.MayBegin);
    }

    [Fact]
    public async Task A_beat_that_fails_stops_it_at_once()
    {
        await using var database = await SharingDatabase.CreateAsync(shared, Token);
        var isReached = true;
        using var pulse = Cuttable(database, new ManualTime(), () => isReached, out var cut);
        Assert.True(pulse.MayBegin);

        isReached = false;
        await cut();
        pulse.Beat();
        Assert.False(pulse.MayBegin);

        isReached = true;
        pulse.Beat();
        Assert.True(pulse.MayBegin);
    }

    [Fact]
    public async Task Who_is_killed_is_removed_within_a_second_of_looks_for_its_connection_is_gone()
    {
        await using var database = await SharingDatabase.CreateAsync(shared, Token);
        var time = new ManualTime();
        using var killed = Cuttable(database, new ManualTime(), () => true, out var kill);
        using var still = database.Join(new ManualTime());
        using var watcher = database.Join(time);
        watcher.Beat();

        await kill();
        Look(watcher, time, 1);
        Assert.Equal(3, await HoldersAsync(database));

        Look(watcher, time, 1);
        Assert.Equal(2, await HoldersAsync(database));
        killed.Beat();
        killed.Beat();
        still.Beat();
        Assert.True(killed.IsRemoved);
        Assert.False(still.IsRemoved);
    }

    [Fact]
    public async Task Who_was_only_disconnected_and_beats_again_is_not_removed()
    {
        await using var database = await SharingDatabase.CreateAsync(shared, Token);
        var time = new ManualTime();
        using var back = Cuttable(database, new ManualTime(), () => true, out var cut);
        using var watcher = database.Join(time);
        watcher.Beat();
        for (var times = 0; times < 3; times++)
        {
            await cut();
            Look(watcher, time, 1);
            back.Beat();
            Assert.False(back.MayBegin);
            back.Beat();
            Assert.True(back.MayBegin);
            Look(watcher, time, 1);
        }

        Assert.Equal(2, await HoldersAsync(database));
    }

    [Fact]
    public async Task A_look_that_fails_begins_the_count_anew()
    {
        await using var database = await SharingDatabase.CreateAsync(shared, Token);
        var (time, isReached) = (new ManualTime(), true);
        using var still = database.Join(new ManualTime());
        using var watcher = Cuttable(database, time, () => isReached, out var cut);

        Look(watcher, time, 5);
        isReached = false;
        await cut();
        Look(watcher, time, 1);
        isReached = true;
        Look(watcher, time, 5);
        Assert.Equal(2, await HoldersAsync(database));

        Look(watcher, time, 1);
        Assert.Equal(1, await HoldersAsync(database));
    }

    [Fact]
    public async Task Six_looks_in_a_hurry_remove_nobody()
    {
        await using var database = await SharingDatabase.CreateAsync(shared, Token);
        var time = new ManualTime();
        using var still = database.Join(new ManualTime());
        using var watcher = database.Join(time);
        for (var look = 0; look < 20; look++)
        {
            watcher.Beat();
            time.MoveTo(time.Seconds + 0.1);
        }

        Assert.Equal(2, await HoldersAsync(database));
    }

    [Fact]
    public async Task A_beat_in_the_last_moment_saves_it()
    {
        await using var database = await SharingDatabase.CreateAsync(shared, Token);
        using var late = database.Join(new ManualTime());
        late.Beat();
        await using var connection = await database.Source.OpenConnectionAsync(Token);

        Assert.False(Fence.Remove(connection, late.Number, 0, TimeSpan.FromSeconds(1)));
        Assert.True(Fence.Remove(connection, late.Number, 1, TimeSpan.FromSeconds(1)));
        Assert.False(Fence.Remove(connection, late.Number, 1, TimeSpan.FromSeconds(1)));
    }

    private static Pulse Cuttable(SharingDatabase database, TimeProvider time, Func<bool> isReached, out Func<Task> cut)
    {
        NpgsqlConnection? current = null;
        var pulse = new Pulse(() => isReached() ? current = new(database.ConnectionString + ";Pooling=false") : throw new NpgsqlException("It is cut off."), time);
        cut = () => database.ExecuteAsync("SELECT pg_terminate_backend($1, 5000)", Token, current!.ProcessID);
        pulse.Join("cuttable", "1", null);
        return pulse;
    }

    private static void Look(Pulse watcher, ManualTime time, int times)
    {
        for (var look = 0; look < times; look++)
        {
            time.MoveTo(time.Seconds + 0.55);
            watcher.Beat();
        }
    }

    private static Task<long> HoldersAsync(SharingDatabase database) => database.AskAsync<long>("SELECT count(*) FROM holder", Token);
}
