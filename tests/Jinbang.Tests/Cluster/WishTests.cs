using System.Net;
using Jinbang.Simulator.Pacing;
using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Cluster;

/// <summary>Silos that are told, from anywhere, to take nothing more or to leave.</summary>
public sealed class WishTests(SharedPostgres postgres) : IDisposable
{
    private const int Questions = 500;

    private readonly ClusterRoom cluster = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => cluster.Dispose();

    [Fact]
    public async Task In_the_midst_of_a_run_a_silo_takes_nothing_more_then_works_again_and_another_leaves()
    {
        await using var room = await ExamRoom.OpenAsync(postgres, Questions, new() { Latency = Latency.Parse("200ms") }, "concurrency: 8");
        var silos = await room.StartAsync(2);
        var (first, second) = (silos[0], silos[1]);
        var run = room.RunAsync();
        await UntilAsync(() => room.AskAsync<bool>("SELECT to_regclass('lease') IS NOT NULL"), run);
        await UntilAsync(async () => await HeldAsync(room, first) > 0 && await HeldAsync(room, second) > 0, run);

        await TellAsync(room, "drain", first.Name);
        await UntilAsync(async () => await HeldAsync(room, first) == 0 && await HeldAsync(room, second) > 0, run);
        Assert.Equal([(first.Name, "drained"), (second.Name, "active")], await cluster.StatusAsync(room.Database));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ReadyAsync(first));

        await TellAsync(room, "drain", first.Name, "--undo");
        await UntilAsync(async () => await HeldAsync(room, first) > 0, run);
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(first));

        await TellAsync(room, "leave", second.Name);
        Assert.Equal(0, await second.EndAsync(Token));
        Assert.False(run.IsCompleted, "It all happened in the midst of the run.");
        var (code, _, errors) = await run;
        Assert.True(code == 0, errors + room.Said);
        Assert.Equal((Questions, Questions), (room.Calls.Requests, await room.AskAsync<long>("SELECT count(*) FROM attempt")));
    }

    [Theory]
    [InlineData("nobody", "There is no silo nobody in the cluster")]
    [InlineData("left", "There is no silo left in the cluster")]
    [InlineData("twin", "Several silos are called twin; name one by its address: 10.0.0.1:1000, 10.0.0.2:1000")]
    [InlineData("10.0.0.1:1000", null)]
    public async Task Exactly_one_silo_that_is_there_is_told(string silo, string? refusal)
    {
        await using var database = await postgres.NewDatabaseAsync(Token);
        await AddAsync(database.ConnectionString);

        var said = await ClusterRoom.SayAsync(["leave", silo, .. cluster.Meet(database.ConnectionString)]);

        said.Expect(refusal is null ? 0 : 2);
        Assert.Contains(refusal ?? "leaves", said.Output + said.Errors, StringComparison.Ordinal);
        Assert.Equal(refusal is null ? [("left", "gone"), ("twin", "active"), ("twin", "leaving")] : [("left", "gone"), ("twin", "active"), ("twin", "active")], await cluster.StatusAsync(database.ConnectionString));
    }

    [Fact]
    public async Task Where_there_never_was_a_cluster_there_is_nobody_to_tell()
    {
        await using var database = await postgres.NewDatabaseAsync(Token);

        var said = await ClusterRoom.SayAsync("zh", ["drain", "east", .. cluster.Meet(database.ConnectionString)]);

        said.Expect(2);
        Assert.Contains("集群中没有机器 east", said.Errors, StringComparison.Ordinal);
    }

    private static async Task AddAsync(string database)
    {
        await using var meeting = ClusterRoom.Open(database);
        await meeting.PrepareAsync(Token);
        await using var insert = meeting.Source.CreateCommand("""
            INSERT INTO orleans.membership (cluster) VALUES ('jinbang');
            INSERT INTO orleans.silo (cluster, address, port, generation, name, host, program, status, gateway, started, heard) VALUES
            ('jinbang', '10.0.0.1', 1000, 1, 'twin', 'a', '1', 3, 1, now(), now()),
            ('jinbang', '10.0.0.2', 1000, 1, 'twin', 'b', '1', 3, 1, now(), now()),
            ('jinbang', '10.0.0.3', 1000, 1, 'left', 'c', '1', 6, 1, now(), now())
            """);
        await insert.ExecuteNonQueryAsync(Token);
    }

    private static Task<long> HeldAsync(ExamRoom room, SiloProcess silo) =>
        room.AskAsync<long>($"SELECT count(*) FROM lease l JOIN holder h ON h.number = l.holder WHERE h.name = '{silo.Name}'");

    private static async Task<HttpStatusCode> ReadyAsync(SiloProcess silo)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(silo.Health, "/health/ready"), Token);
        return answer.StatusCode;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo, Task<(int Code, string Output, string Errors)> run)
    {
        while (!await isSo())
        {
            Assert.False(run.IsCompleted, "The run ended before.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token);
        }
    }

    private async Task TellAsync(ExamRoom room, params string[] words) => (await ClusterRoom.SayAsync([.. words, .. cluster.Meet(room.Database)])).Expect(0);
}
