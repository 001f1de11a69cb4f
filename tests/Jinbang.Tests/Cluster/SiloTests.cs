using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Cluster;

/// <summary>Silos as programs, in a real database: who comes, who goes, who is not let in.</summary>
public sealed class SiloTests(SharedPostgres postgres) : IDisposable
{
    private const string In = "is in the cluster at";

    private readonly ClusterRoom room = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Three_silos_meet_and_miss_one_that_is_killed()
    {
        await using var database = await postgres.NewDatabaseAsync(Token);
        using var east = SiloProcess.Start(database.ConnectionString, "east");
        using var west = SiloProcess.Start(database.ConnectionString, "west");
        using var north = SiloProcess.Start(database.ConnectionString, "north");
        await Task.WhenAll(((SiloProcess[])[east, west, north]).Select(silo => silo.HearAsync(In, 1, Token)));
        Assert.Equal([("east", "active"), ("north", "active"), ("west", "active")], await room.StatusAsync(database.ConnectionString));

        var killed = TimeProvider.System.GetTimestamp();
        north.Signal("KILL");
        await Task.WhenAll(east.HearAsync("north does not answer any more", 1, Token), west.HearAsync("north does not answer any more", 1, Token));

        Assert.InRange(TimeProvider.System.GetElapsedTime(killed).TotalSeconds, 0, LongForm.Of(30, 5));
        Assert.Equal([("east", "active"), ("north", "gone"), ("west", "active")], await room.StatusAsync(database.ConnectionString));
        await A_silo_that_is_told_to_leave_is_missed_at_once(east, west);
    }

    [Fact]
    public async Task A_silo_that_was_paused_until_it_was_declared_dead_starts_anew_by_itself()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "On Windows a process cannot become another.");
        await using var database = await postgres.NewDatabaseAsync(Token);
        using var awake = SiloProcess.Start(database.ConnectionString, "awake");
        using var asleep = SiloProcess.Start(database.ConnectionString, "asleep");
        await Task.WhenAll(awake.HearAsync("asleep is here", 1, Token), asleep.HearAsync("awake is here", 1, Token), asleep.HearAsync(In, 1, Token));

        asleep.Signal("STOP");
        await awake.HearAsync("asleep does not answer any more", 1, Token);
        asleep.Signal("CONT");
        await asleep.HearAsync("declared this one dead", 1, Token);
        await Task.WhenAll(asleep.HearAsync(In, 2, Token), awake.HearAsync("asleep is here", 2, Token));

        asleep.Signal("TERM");
        Assert.Equal(0, await asleep.EndAsync(Token));
    }

    [Fact]
    public async Task A_silo_with_a_certificate_of_another_authority_is_not_let_in()
    {
        await using var database = await postgres.NewDatabaseAsync(Token);
        using var ours = new TestAuthority(room, "ours");
        using var theirs = new TestAuthority(room, "theirs");
        using var first = SiloProcess.Start(database.ConnectionString, "first", ours.Options(ours));
        await first.HearAsync(In, 1, Token);
        using var second = SiloProcess.Start(database.ConnectionString, "second", ours.Options(ours));
        using var stranger = SiloProcess.Start(database.ConnectionString, "stranger", theirs.Options(theirs));
        using var naked = SiloProcess.Start(database.ConnectionString, "naked");

        await first.HearAsync("second is here", 1, Token);
        Assert.Equal(2, await stranger.EndAsync(Token));
        Assert.Equal(2, await naked.EndAsync(Token));

        Assert.Contains("do not let this one in", stranger.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("stranger is here", first.Said, StringComparison.Ordinal);
        Assert.Equal([("first", "active"), ("second", "active")], (await room.StatusAsync(database.ConnectionString)).Where(silo => silo.State != "gone"));
    }

    private static async Task A_silo_that_is_told_to_leave_is_missed_at_once(SiloProcess leaving, SiloProcess staying)
    {
        using var client = new HttpClient();
        Assert.Equal("ready", await client.GetStringAsync(new Uri(leaving.Health, "/health/ready"), Token));
        Assert.Equal("live", await client.GetStringAsync(new Uri(leaving.Health, "/health/live"), Token));
        var told = TimeProvider.System.GetTimestamp();
        leaving.Signal("TERM");

        Assert.Equal(0, await leaving.EndAsync(Token));
        await staying.HearAsync("east has left", 1, Token);
        Assert.InRange(TimeProvider.System.GetElapsedTime(told).TotalSeconds, 0, LongForm.Of(30, 3));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(leaving.Health, Token));
    }
}
