using Jinbang.Simulator.Pacing;
using Jinbang.Tests.Cli;
using Jinbang.Tests.Postgres;
using Npgsql;

namespace Jinbang.Tests.Cluster;

/// <summary>What many machines post is what one would have.</summary>
public sealed class ClusterBoardTests(SharedPostgres postgres)
{
    private static readonly ExamPlan Plan = new()
    {
        Exams = [("widgets.yaml", ExamPlan.Widgets(90)), ("gadgets.yaml", ExamPlan.Widgets("gadgets", 40)), ("parts.yaml", ExamPlan.Parts(60))],
        Models = ["sim-strong", "sim-weak"],
        Settings = "concurrency: 8",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The same replies: the cluster's ledger is copied into a file, from which one process, that has neither a server nor silos, takes
    /// each raw reply as if it had just come, reads and grades it, and posts boards by itself.</summary>
    [Fact]
    public async Task The_boards_of_three_silos_are_to_the_byte_those_that_one_process_makes_of_the_same_replies()
    {
        await using var room = await ExamRoom.OpenAsync(await postgres.NewDatabaseAsync(Token), Plan, new() { Latency = Latency.Parse("uniform:50ms..200ms"), Vague = 0.2 });
        await room.StartAsync(3);
        await DoneAsync(room.RunAsync());
        // One model is asked everything a second time.
        await DoneAsync(room.RunAsync("--model", "sim-weak", "--repeats", "2"));
        Assert.Equal(3 * 190, await room.AskAsync<long>("SELECT count(*) FROM attempt"));
        // A silo on a busy machine may come too late.
        Assert.InRange(await room.AskAsync<long>("SELECT count(DISTINCT holder) FROM outstanding"), 2, 3);

        using var alone = new VerbRoom();
        alone.WriteSecret(".env", $"JINBANG_LEDGER_PASSWORD={new NpgsqlConnectionStringBuilder(room.Database).Password}");
        await DoneAsync(alone.RunAsync("ledger", "copy", room.Address, alone.Path("copy.db")));
        await DoneAsync(alone.RunAsync(["run", "--replay", alone.Path("copy.db"), .. Plan.Exams.SelectMany(exam => (string[])["--exam", room.Verbs.Path(exam.File)])]));

        Assert.Equal(3 * 190, room.Calls.Requests);
        var (posted, expected) = (Boards(room.Verbs), Boards(alone));
        Assert.All(["widgets.en.md", "gadgets.json", "parts.md"], name => Assert.Contains(name, expected.Keys));
        Assert.Equal(expected.Keys, posted.Keys);
        Assert.All(expected, board => Assert.True(board.Value.AsSpan().SequenceEqual(posted[board.Key]), $"{board.Key} differs."));
    }

    private static async Task DoneAsync(Task<(int Code, string Output, string Errors)> verb)
    {
        var (code, _, errors) = await verb;
        Assert.True(code == 0, errors);
    }

    private static SortedDictionary<string, byte[]> Boards(VerbRoom verbs) => new(
        Directory.GetFiles(verbs.Path("boards"), "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(verbs.Path("boards"), file), File.ReadAllBytes),
        StringComparer.Ordinal);
}
