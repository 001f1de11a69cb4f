using Jinbang.Exams;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Ledgers.Checkups;

namespace Jinbang.Tests.Cli;

public sealed class AcceptVerbTests : IDisposable
{
    private const string Exam = "id,Question,A,B,C,Answer\nq1,One?,a,b,c,A\nq2,Two?,a,b,c,B\nq3,Three?,a,b,c,A\nq4,Three?,a,b,c,A\n";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly VerbRoom room = new();

    public AcceptVerbTests()
    {
        room.Write("jinbang.yaml", "exams: [exam.csv]\n");
        room.Write("exam.csv", Exam);
    }

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_corrected_key_moves_the_board_and_is_named_under_it()
    {
        await ImportAsync();

        var (code, output, errors) = await room.RunAsync("items", "accept", "exam", "q2", "--key", "c", "--reason", "the textbook says C", "--by", "Li");

        Assert.Equal(0, code);
        Assert.Contains("the key of q2 is C, not B", errors, StringComparison.Ordinal);
        Assert.Contains("key or credit rule", output, StringComparison.Ordinal);
        Assert.Contains("50.0% → 75.0%", output, StringComparison.Ordinal);
        var board = await BoardAsync();
        Assert.Contains("1 key corrected and 0 questions dropped: q2 B → C (the textbook says C; Li)", board, StringComparison.Ordinal);
        Assert.Matches("slow.*75.0%", board);
        Assert.DoesNotContain("renewed", (await room.RunAsync("board", "--output", room.Path("boards"))).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dropped_question_is_off_the_board_and_its_replies_stay()
    {
        await ImportAsync();

        Assert.Equal(0, (await room.RunAsync("items", "accept", "exam", "q2", "--drop", "--reason", "outdated")).Code);

        var board = await BoardAsync();
        Assert.Matches("slow.*66.7%.*3/3", board);
        Assert.Contains("1 question dropped: q2 B (outdated)", board, StringComparison.Ordinal);
        Assert.Equal(8, await AttemptsAsync());

        await room.RunAsync("items", "accept", "exam", "q2", "--keep", "--reason", "not outdated after all");
        Assert.Matches("slow.*50.0%.*4/4", await BoardAsync());
    }

    [Fact]
    public async Task Dropping_the_first_of_two_that_ask_the_same_leaves_the_replies_of_the_second_its_own()
    {
        await ImportAsync();
        Assert.Matches("slow.*50.0%.*4/4", await BoardAsync());

        await room.RunAsync("items", "accept", "exam", "q3", "--drop", "--reason", "asked twice");

        // Slow has q3 right and q4 wrong.
        Assert.Matches("slow.*33.3%.*3/3", await BoardAsync());
    }

    [Fact]
    public async Task What_is_kept_is_suspect_no_more()
    {
        room.Write("exam.csv", "id,Question,A,B,Answer\n" + string.Concat(Enumerable.Range(1, 6).Select(question => $"q{question},Task {question * 7919}?,a{question},b{question},A\n")));
        var log = from model in Enumerable.Range(0, 8)
                  from question in Enumerable.Range(1, 6)
                  select $"m{model},q{question},{(question == 6 ? model < 2 : model >= question) switch { true => "A", false => "B" }}\n";
        await room.ImportAsync("exam.csv", "model,question_id,reply\n" + string.Concat(log));
        Assert.Contains("suspect key", (await room.RunAsync("items", "exam")).Output, StringComparison.Ordinal);

        await room.RunAsync("items", "accept", "exam", "q6", "--keep", "--reason", "checked with the source");

        var (_, output, _) = await room.RunAsync("items", "exam", "--all");
        Assert.DoesNotContain("suspect key", output, StringComparison.Ordinal);
        Assert.Contains("kept by decision", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_worded_otherwise_since_is_not_concerned()
    {
        await ImportAsync();
        await room.RunAsync("items", "accept", "exam", "q2", "--drop", "--reason", "unclear");
        room.Write("exam.csv", Exam.Replace("Two?", "Two, of these?", StringComparison.Ordinal));

        Assert.DoesNotContain("dropped", await BoardAsync(), StringComparison.Ordinal);
        Assert.Contains("the question is another now", (await room.RunAsync("items", "decisions", "exam")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_decision_stays_on_record_and_the_latest_counts()
    {
        await ImportAsync();
        await room.RunAsync("items", "accept", "exam", "q2", "--drop", "--reason", "first thought");
        await room.RunAsync("items", "accept", "exam", "q2", "--key", "C", "--reason", "second thought", "--by", "Wang");

        var (_, output, _) = await room.RunAsync("items", "decisions", "exam");
        var lines = output.Split('\n').Where(line => line.Contains("q2", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, lines.Count);
        Assert.Matches("drop.*first thought.*replaced", lines[0]);
        Assert.Matches("key C.*second thought.*Wang.*in force", lines[1]);
        Assert.Contains("\"kind\": \"drop\"", (await room.RunAsync("items", "decisions", "exam", "--json")).Output, StringComparison.Ordinal);
        Assert.Contains("1 key corrected and 0 questions dropped", await BoardAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--key D --reason x", "but the options are ABC")]
    [InlineData("--key AB --reason x", "one right option")]
    [InlineData("--key B --reason x", "is B in the exam file already")]
    [InlineData("--key C", "--reason")]
    [InlineData("--key C --reason ", "must say something")]
    [InlineData("--reason x", "one of --key, --drop and --keep")]
    [InlineData("--drop --keep --reason x", "one of --key, --drop and --keep")]
    public async Task Nothing_is_recorded_without_a_sensible_key_and_a_reason(string options, string said)
    {
        await ImportAsync();

        var (code, _, errors) = await room.RunAsync(["items", "accept", "exam", "q2", .. options.Split(' ')]);

        Assert.Equal(2, code);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.Contains("Nothing was decided yet", (await room.RunAsync("items", "decisions", "exam")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_questions_and_dropping_all_are_refused()
    {
        await ImportAsync();
        Assert.Contains("no question q9", (await room.RunAsync("items", "accept", "exam", "q9", "--drop", "--reason", "x")).Errors, StringComparison.Ordinal);
        foreach (var question in (string[])["q1", "q2", "q3"])
        {
            await room.RunAsync("items", "accept", "exam", question, "--drop", "--reason", "x");
        }

        var (code, _, errors) = await room.RunAsync("items", "accept", "exam", "q4", "--drop", "--reason", "x");

        Assert.Equal(2, code);
        Assert.Contains("All questions of exam were dropped", errors, StringComparison.Ordinal);
        Assert.Matches("slow.*1/1", await BoardAsync());
    }

    [Fact]
    public async Task A_mended_ledger_still_has_them()
    {
        await ImportAsync();
        await room.RunAsync("items", "accept", "exam", "q2", "--key", "C", "--reason", "the textbook says C", "--by", "Li");

        await using var mended = SqliteLedger.Open(SqliteMending.Mend(room.Ledger).Path);

        var decision = Assert.Single(await mended.DecisionsAsync("exam", Language.English, Token));
        Assert.Equal(("q2", "C", "B", "the textbook says C", "Li"), (decision.Question, decision.Key, decision.FileKey, decision.Reason, decision.By));
    }

    private Task ImportAsync() => room.ImportAsync(
        "exam.csv", "model,question_id,reply\nswift,q1,A\nswift,q2,B\nswift,q3,A\nswift,q4,A\nslow,q1,A\nslow,q2,C\nslow,q3,A\nslow,q4,B\n");

    private async Task<string> BoardAsync() => (await room.RunAsync("board", "--output", room.Path("boards"))).Output;

    private async Task<int> AttemptsAsync()
    {
        await using var ledger = SqliteLedger.Open(room.Ledger);
        var exam = ExamReader.ReadForUse(room.Path("exam.csv"), null, false);
        var count = 0;
        foreach (var sitting in await ledger.SittingsAsync(exam.Id, exam.Language, Token))
        {
            count += await ledger.KeptAsync(sitting.Key, Token).CountAsync(Token);
        }

        return count;
    }
}
