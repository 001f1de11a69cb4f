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
        await SameAsync(room, Plan, "widgets.en.md", "gadgets.json", "parts.md");
        Assert.Equal(3 * 190, room.Calls.Requests);
    }

    [Fact]
    public async Task Judges_are_asked_once_by_all_silos_together_and_what_they_say_is_on_the_boards()
    {
        var plan = new ExamPlan
        {
            Exams = [("widgets.yaml", ExamPlan.Widgets(80)), ("essays.yaml", ExamPlan.Essays(30))],
            Models = ["sim-strong", "sim-weak"],
            Judges = ["sim-judge", "sim-medium"],
            Settings = "concurrency: 8\nbudget: 5\njudge-sample: 12",
        };
        await using var room = await ExamRoom.OpenAsync(await postgres.NewDatabaseAsync(Token), plan, new() { Latency = Latency.Parse("uniform:50ms..200ms"), Vague = 0.3 });
        await room.StartAsync(3);
        await DoneAsync(room.RunAsync());

        Assert.Equal(2 * 110, await room.AskAsync<long>("SELECT count(*) FROM attempt WHERE outcome = 'Replied'"));
        Assert.Equal(0, await room.AskAsync<long>("SELECT count(*) FROM attempt WHERE verdict = 'Unreadable' AND judged_by IS NULL"));
        Assert.Equal(12, await room.AskAsync<long>("SELECT count(*) FROM judgement WHERE judge = 'sim-judge' AND use = 'Comparison'"));
        Assert.Equal(2 * 30, await room.AskAsync<long>("SELECT count(*) FROM attempt WHERE judged_by LIKE '% %' AND verdict <> 'Unreadable'"));
        Assert.InRange(await room.AskAsync<long>("SELECT count(*) FROM judgement WHERE use = 'Reading'"), 20, 100);
        var answers = await room.AskAsync<long>("SELECT (SELECT count(*) FROM attempt) + (SELECT count(*) FROM judgement)");
        Assert.InRange(room.Calls.Paid, answers, answers + (8 * await room.StarvedAsync()));
        Assert.InRange(ExamPlan.Bill(room.Calls), 0, await room.BooksAsync());
        await SameAsync(room, plan, "widgets.en.md", "essays.json");
    }

    /// <summary>Has one process make the boards of what a cluster's ledger holds, and compares them.</summary>
    private static async Task SameAsync(ExamRoom room, ExamPlan plan, params string[] names)
    {
        using var alone = new VerbRoom();
        alone.WriteSecret(".env", $"JINBANG_LEDGER_PASSWORD={new NpgsqlConnectionStringBuilder(room.Database).Password}");
        await DoneAsync(alone.RunAsync("ledger", "copy", room.Address, alone.Path("copy.db")));
        foreach (var file in plan.Exams.Select(exam => exam.File).Append("jinbang.yaml"))
        {
            alone.Write(file, await File.ReadAllTextAsync(room.Verbs.Path(file), Token));
        }

        await DoneAsync(alone.RunAsync("run", "--replay", alone.Path("copy.db")));

        var (posted, expected) = (Boards(room.Verbs), Boards(alone));
        Assert.All(names, name => Assert.Contains(name, expected.Keys));
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
