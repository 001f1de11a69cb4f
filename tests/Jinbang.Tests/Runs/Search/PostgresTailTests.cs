using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Search;
using Jinbang.Tests.Postgres;
using Npgsql;

namespace Jinbang.Tests.Runs.Search;

/// <summary>The index of replies follows a ledger that several programs write.</summary>
public sealed class PostgresTailTests(SharedPostgres shared) : IAsyncLifetime
{
    private static readonly Sitting Sitting = new("sample", Language.English, Samples.Model("m"), "prompt");
    private readonly string folder = Samples.TemporaryFolder();
    private readonly IReadOnlyList<SearchExam> exams = [new("sample", Language.English, "1", () => Samples.Exam(4))];
    private PostgresDatabase database = null!;
    private PostgresLedger ledger = null!;
    private SearchIndex index = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await shared.NewDatabaseAsync(Token);
        ledger = PostgresLedger.Open(database.ConnectionString);
        index = new(Path.Combine(folder, "search.db"), ledger);
        await ledger.BeginAsync(Sitting, 1, null, Token);
    }

    public async ValueTask DisposeAsync()
    {
        index.Dispose();
        await ledger.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_is_recorded_and_what_becomes_another_is_found()
    {
        await RecordAsync(ledger, "k1", new Reply(Outcome.Replied, "浮力 on the left"));
        await RecordAsync(ledger, "k2", new Reply(Outcome.Failed, "") { Error = "重力 timed out" });
        Assert.Equal(["k1"], await FindAsync("浮力"));
        Assert.Equal(["k2"], await FindAsync("重力"));

        await RecordAsync(ledger, "k2", new Reply(Outcome.Replied, "it is 浮力"));

        Assert.Equal(["k1", "k2"], await FindAsync("浮力"));
        Assert.Empty(await FindAsync("重力"));
    }

    [Fact]
    public async Task A_reply_that_was_numbered_before_others_and_committed_after_them_is_not_passed_over()
    {
        await using var slow = new NpgsqlConnection(database.ConnectionString);
        await slow.OpenAsync(Token);
        await using (var transaction = await slow.BeginTransactionAsync(Token))
        {
            await using var insert = new NpgsqlCommand(
                $"""
                INSERT INTO journal DEFAULT VALUES;
                INSERT INTO attempt (key, sitting, question, repeat, asked_at, outcome, reply, retries)
                VALUES ('slow', '{Sitting.Key}', 'q1', 0, '2026-11-25T08:30:00.0000000+00:00', 'Replied', '浮力, late', 0)
                """, slow);
            await insert.ExecuteNonQueryAsync(Token);
            await RecordAsync(ledger, "quick", new Reply(Outcome.Replied, "浮力, early"));
            Assert.DoesNotContain("slow", await FindAsync("浮力"));

            // Whoever looks for the first time has nothing to go by from before.
            index.Dispose();
            index = new(Path.Combine(folder, "search.db"), ledger);
            await FindAsync("浮力");
            await transaction.CommitAsync(Token);
        }

        Assert.Equal(["quick", "slow"], await FindAsync("浮力"));
    }

    private static Task RecordAsync(PostgresLedger ledger, string key, Reply reply) => ledger.RecordAsync(
        Sitting.Key,
        [new(key, "q1", 0, new(2026, 11, 25, 8, 30, 0, TimeSpan.Zero), reply, reply.Outcome == Outcome.Failed ? null : new Grade(Verdict.Wrong, 0, new Reading(ReadingKind.Letters, "B", "cue")))],
        Token);

    private async Task<IEnumerable<string>> FindAsync(string words)
    {
        while (await index.StepAsync(exams, Token))
        {
        }

        return (await index.Search.FindAsync(new() { Words = SearchWords.Of(words) }, new(9), Token)).Hits.Select(hit => hit.Key).Order(StringComparer.Ordinal);
    }
}
