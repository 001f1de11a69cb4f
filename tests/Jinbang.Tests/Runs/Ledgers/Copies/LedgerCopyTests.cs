using Jinbang.Exams.Decisions;
using Jinbang.Grading;
using Jinbang.Grading.Judges;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Ledgers.Copies;
using Jinbang.Runs.Pacing;
using Jinbang.Tests.Postgres;
using Npgsql;

namespace Jinbang.Tests.Runs.Ledgers.Copies;

public sealed class LedgerCopyTests(SharedPostgres shared) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 25, 12, 0, 0, 7, TimeSpan.FromHours(8));
    private readonly string folder = Samples.TemporaryFolder();
    private PostgresDatabase database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await shared.NewDatabaseAsync(Token);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_ledger_of_a_real_run_comes_back_from_PostgreSQL_as_it_was()
    {
        await using var first = SqliteLedger.Open(Path.Combine(folder, "first.db"));
        await using var server = PostgresLedger.Open(database.ConnectionString);
        await using var last = SqliteLedger.Open(Path.Combine(folder, "last.db"));
        await FillAsync(first);

        var there = await new LedgerCopy(first, server).CopyAsync(_ => { }, Token);
        var back = await new LedgerCopy(server, last).CopyAsync(_ => { }, Token);

        Assert.Equal(await LedgerCopy.SumsAsync(first, Token), there);
        Assert.Equal(there, back);
        Assert.Equal(there, await LedgerCopy.SumsAsync(last, Token));
        Assert.All(there, table => Assert.True(table.Rows > 0, $"{table.Name} holds nothing to copy."));
    }

    [Fact]
    public async Task A_copy_goes_on_where_the_ledger_stood()
    {
        await using var first = SqliteLedger.Open(Path.Combine(folder, "first.db"));
        await using var server = PostgresLedger.Open(database.ConnectionString);
        await FillAsync(first);
        await new LedgerCopy(first, server).CopyAsync(_ => { }, Token);

        using var model = ScriptedExaminee.Always("Answer: B", "model-z");
        await RunAsync(server, model);

        Assert.Equal(40, model.Calls);
        Assert.Equal(["model-a", "model-b", "model-z"], (await server.SittingsAsync("sample", Language.English, Token)).Select(sitting => sitting.Model.Name));
    }

    [Fact]
    public async Task A_copy_into_a_ledger_that_holds_something_is_refused()
    {
        await using var first = SqliteLedger.Open(Path.Combine(folder, "first.db"));
        await using var server = PostgresLedger.Open(database.ConnectionString);
        await FillAsync(first);
        await server.DecideAsync([new("other", Language.English, "q1", "text", DecisionKind.Keep, "A", "clear", Noon)], Token);
        var before = await LedgerCopy.SumsAsync(server, Token);

        Assert.Contains("not empty", (await Assert.ThrowsAsync<BadInputException>(() => new LedgerCopy(first, server).CopyAsync(_ => { }, Token))).Message, StringComparison.Ordinal);

        Assert.Equal(before, await LedgerCopy.SumsAsync(server, Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_copy_that_is_broken_off_leaves_nothing_and_can_be_made_again(bool intoServer)
    {
        await using var file = SqliteLedger.Open(Path.Combine(folder, "first.db"));
        await using var server = PostgresLedger.Open(database.ConnectionString);
        var (source, target) = intoServer ? ((SqlLedger)file, (SqlLedger)server) : (server, file);
        await FillAsync(source);
        using var broken = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new LedgerCopy(source, target).CopyAsync(table => BreakAt(table.Name), broken.Token));

        Assert.All(await LedgerCopy.SumsAsync(target, Token), table => Assert.Equal(0, table.Rows));
        Assert.Equal(await LedgerCopy.SumsAsync(source, Token), await new LedgerCopy(source, target).CopyAsync(_ => { }, Token));

        void BreakAt(string table)
        {
            if (table == "attempt")
            {
                broken.Cancel();
            }
        }
    }

    [Fact]
    public async Task Another_value_in_any_column_makes_another_sum()
    {
        await using var server = PostgresLedger.Open(database.ConnectionString);
        await FillAsync(server);
        var seen = new HashSet<string> { Sums(await LedgerCopy.SumsAsync(server, Token)) };
        foreach (var change in (string[])["attempt SET reply = reply || ' '", "attempt SET cost_yuan = cost_yuan * 1.0", "attempt SET thinking = ''", "sitting SET tally = NULL", "mark SET reason = 'why'", "sheet SET packed = packed || '\\x00'"])
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            await connection.OpenAsync(Token);
            await using var command = new NpgsqlCommand($"UPDATE {change}", connection);
            Assert.True(await command.ExecuteNonQueryAsync(Token) > 0);

            Assert.True(seen.Add(Sums(await LedgerCopy.SumsAsync(server, Token))), change);
        }

        static string Sums(IEnumerable<CopiedTable> tables) => string.Join(' ', tables.Select(table => table.Sum));
    }

    /// <summary>Carries a run out, and adds what runs do not have: every table holds something.</summary>
    private static async Task FillAsync(SqlLedger ledger)
    {
        using var one = ScriptedExaminee.Always("Answer: A \0 🀄 \uFFFE");
        using var two = new ScriptedExaminee(Samples.Model("model-b"), (_, call) => call % 5 == 0
            ? throw new ProviderException(FaultKind.ServerError, new("no luck", "不行"))
            : new Reply(Outcome.Replied, $"Answer: {"ABC"[call % 3]}") { Usage = new TokenUsage(100, 10), Elapsed = TimeSpan.FromTicks(1_229_999) });
        await RunAsync(ledger, one, two);
        var sitting = (await ledger.SittingsAsync("sample", Language.English, Token))[0].Key;
        await ledger.BeginBatchAsync(new("b1", sitting, Noon, 1.50m, ["k1", "k2"]), Token);
        await ledger.DecideAsync([new("sample", Language.English, "q1", "text", DecisionKind.Drop, "A", "unclear", Noon)], Token);
        await ledger.PublishAsync(new("title", "id", "file", "a\r\n\uFEFF", Noon) { Questions = 20 }, Token);
        await ledger.WriteAsync(
            [
                new(sitting)
                {
                    Judgements = [new("j1", sitting, "k1", JudgementUse.Rubric, "rubric", Noon, new Judgement("judge", new Reply(Outcome.Replied, "1") { Cost = 0.0000012345678901234567m }))],
                    Marks = [new(sitting, "k1", Noon, "Ann", "so", new HumanMark("Ann", Verdict.Partial, 0.50m, "A")) { Exam = "sample", Model = "model-a", Question = "q1", Repeat = 0, AnswerKey = "A" }],
                    Lost = 0.25m,
                    Outstanding = 1,
                    Sheet = new SittingSheet("m", new Jinbang.Grading.Sheets.ScoreSheet(1, 1)),
                },
            ],
            Token);
    }

    private static async Task RunAsync(SqlLedger ledger, params Examinee[] models)
    {
        var run = await Run.PrepareAsync(
            Samples.Exam(40), [.. models.Select(model => new Candidate(model, new Rate(10, 10, 20)))], PromptTemplates.Load(null), ledger, Samples.Quick, new Budget(null),
            new OwnMeans(new OwnPace(Samples.Quick, TimeProvider.System)), TimeProvider.System, Token);
        await run.AskAsync(Token);
    }
}
