using System.Globalization;
using System.Reflection;
using Jinbang.Exams;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Pacing;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Jinbang.Tests.Runs;

/// <summary>What is on disk at any instant, and what happens when nothing can be put there.</summary>
public sealed class JournalTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Rate Rate = new(10, 10, 20);
    private readonly string path = Path.Combine(Samples.TemporaryFolder(), "ledger.db");
    private SqliteLedger ledger = null!;

    public ValueTask InitializeAsync()
    {
        ledger = SqliteLedger.Open(path);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task At_any_instant_the_books_on_disk_cover_what_may_have_been_billed()
    {
        var gate = new Lock();
        var (billed, looks) = (0m, 0);
        using var model = new ScriptedExaminee(Samples.Model(), (prompt, call) =>
        {
            var usage = new TokenUsage(50 + (call % 40), 1 + (call * 7 % 99));
            lock (gate)
            {
                billed += Rate.Of(usage);
                if (call % 3 == 0)
                {
                    looks++;
                    Assert.InRange(billed, 0, OnDisk());
                }
            }

            return (call % 11) switch
            {
                0 => throw new ProviderException(FaultKind.Timeout, new("too slow", "超时")),
                1 => throw new ProviderException(FaultKind.Malformed, new("no JSON", "不是 JSON")),
                2 => new Reply(Outcome.Replied, "Answer: A"),
                _ => new Reply(Outcome.Replied, "Answer: A") { Usage = usage },
            };
        })
        {
            Before = token => Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, token),
        };

        await AskAsync(Samples.Exam(400), Samples.Quick with { Concurrency = 32 }, model);

        Assert.True(looks > 100);
        Assert.InRange(billed, 0, OnDisk());
        Assert.Equal("0", One<string>("SELECT outstanding_yuan FROM sitting"));
        Assert.True(One<double>("SELECT CAST(lost_yuan AS REAL) FROM sitting") > 0);
    }

    [Fact]
    public async Task What_failed_calls_may_have_cost_counts_in_the_next_run()
    {
        using var slow = ScriptedExaminee.Failing(FaultKind.Timeout);
        var first = await AskAsync(Samples.Exam(3), Samples.Quick, slow);

        using var steady = ScriptedExaminee.Always("Answer: A");
        var next = await PrepareAsync(Samples.Exam(3), Samples.Quick, steady);

        Assert.True(first.Budget.Spent > 0);
        Assert.Equal(first.Budget.Spent, next.Budget.Spent);
    }

    [Fact]
    public async Task What_was_outstanding_when_the_program_was_killed_counts_as_spent_from_then_on()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        await AskAsync(Samples.Exam(1), Samples.Quick, model);
        Execute("UPDATE sitting SET lost_yuan = '0.1', outstanding_yuan = '0.0200000000000000001'");

        var run = await PrepareAsync(Samples.Exam(2), Samples.Quick, model);
        Assert.Equal((0.0200000000000000001m, true), (run.SetAside, run.Budget.Spent > 0.12m));
        await run.AskAsync(Token);

        Assert.Equal("0.1200000000000000001|0", One<string>("SELECT lost_yuan || '|' || outstanding_yuan FROM sitting"));
        Assert.Equal(0, (await PrepareAsync(Samples.Exam(2), Samples.Quick, model)).SetAside);
    }

    [Fact]
    public async Task Without_a_price_nothing_is_set_aside()
    {
        using var model = ScriptedExaminee.Failing(FaultKind.Timeout);

        await AskAsync(Samples.Exam(3), Samples.Quick, rate: null, model);

        Assert.Equal("0|0", One<string>("SELECT lost_yuan || '|' || outstanding_yuan FROM sitting"));
    }

    [Fact]
    public async Task A_steady_stream_of_calls_seldom_moves_the_mark_on_disk()
    {
        using var model = ScriptedExaminee.Always("Answer: A");
        Execute("CREATE TABLE moved (mark TEXT); CREATE TRIGGER moving AFTER UPDATE ON sitting BEGIN INSERT INTO moved VALUES (new.outstanding_yuan); END");

        await AskAsync(Samples.Exam(2000), Samples.Quick with { Concurrency = 16 }, model);

        // Some 20 on an idle machine; how many more on a busy one depends on how slowly it writes. One for every call would be 2,000.
        Assert.InRange(One<int>("SELECT count(*) FROM moved"), 2, 500);
    }

    [Fact]
    public async Task While_the_disk_is_full_nothing_is_asked_and_afterwards_the_run_goes_on()
    {
        using var model = ScriptedExaminee.Always(new string('x', 20_000) + " Answer: A");
        Limit(pages: 25);
        var run = await PrepareAsync(Samples.Exam(60), Samples.Quick, model);

        var asking = run.AskAsync(Token);
        await UntilAsync(() => run.Trouble is not null);
        var asked = model.Calls;
        Assert.Contains("no room", run.Trouble!.Value.English, StringComparison.Ordinal);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Token);
        Assert.Equal(asked, model.Calls);
        Limit(pages: 1_000_000);
        await asking;

        Assert.True(run.Progress[0].IsFull);
        Assert.Equal((60, 60), (model.Calls, One<int>("SELECT count(*) FROM attempt")));
    }

    [Fact]
    public async Task A_disk_that_stays_full_ends_the_run_with_a_plain_sentence_and_keeps_what_was_committed()
    {
        using var model = ScriptedExaminee.Always(new string('x', 20_000) + " Answer: A");
        Limit(pages: 25);
        var run = await PrepareAsync(Samples.Exam(60), Samples.Quick with { LedgerPatience = TimeSpan.FromMilliseconds(1) }, model);

        var fault = await Assert.ThrowsAsync<LedgerFaultException>(() => run.AskAsync(Token));

        var kept = One<int>("SELECT count(*) FROM attempt");
        Assert.InRange(kept, 1, 59);
        Assert.Contains($"{model.Calls - kept} answers", fault.Problem.English, StringComparison.Ordinal);
        Assert.Contains(path, fault.Problem.English, StringComparison.Ordinal);
        Assert.Equal("ok", One<string>("PRAGMA integrity_check"));
        Assert.True(OnDisk() >= model.Calls * Rate.Of(new TokenUsage(100, 10)));
    }

    [Fact]
    public async Task A_drained_run_sends_nothing_new_and_keeps_what_was_under_way()
    {
        using var drain = new CancellationTokenSource();
        using var model = new ScriptedExaminee(Samples.Model(), (_, _) => new Reply(Outcome.Replied, "Answer: A") { Usage = new TokenUsage(100, 10) })
        {
            Before = token => Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, token),
        };
        var run = await PrepareAsync(Samples.Exam(40), Samples.Quick, model);
        var asking = run.AskAsync(drain.Token, Token);
        await UntilAsync(() => model.Calls >= 6);

        await drain.CancelAsync();
        var asked = model.Calls;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);

        Assert.Equal((asked, asked), (model.Calls, One<int>("SELECT count(*) FROM attempt WHERE outcome = 'Replied'")));
        Assert.Equal("0|0", One<string>("SELECT lost_yuan || '|' || outstanding_yuan FROM sitting"));
    }

    [Fact]
    public async Task Stopped_at_once_a_call_under_way_counts_as_paid_since_it_may_have_been()
    {
        using var stop = new CancellationTokenSource();
        using var model = new ScriptedExaminee(Samples.Model(), (_, _) => new Reply(Outcome.Replied, "Answer: A"))
        {
            Before = token => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token),
        };
        var run = await PrepareAsync(Samples.Exam(40), Samples.Quick, model);
        var asking = run.AskAsync(stop.Token);
        await UntilAsync(() => model.Calls >= 4);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);

        Assert.Equal("0", One<string>("SELECT outstanding_yuan FROM sitting"));
        Assert.InRange(One<double>("SELECT CAST(lost_yuan AS REAL) FROM sitting"), 4 * 100 * 20 / 1e6, 0.02);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>Leaves the ledger no room beyond so many pages of 4 KB more than it has, which SQLite reports as it reports a full disk.</summary>
    private void Limit(int pages)
    {
        var writer = (SqliteConnection)typeof(SqliteLedger).GetField("writer", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(ledger)!;
        Assert.Equal(SQLITE_OK, sqlite3_exec(writer.Handle, $"PRAGMA max_page_count = {One<int>("PRAGMA page_count") + pages}"));
    }

    private Task<Run> AskAsync(Exam exam, RunSettings settings, Examinee model) => AskAsync(exam, settings, Rate, model);

    private async Task<Run> AskAsync(Exam exam, RunSettings settings, Rate? rate, Examinee model)
    {
        var run = await PrepareAsync(exam, settings, rate, model);
        await run.AskAsync(Token);
        return run;
    }

    private Task<Run> PrepareAsync(Exam exam, RunSettings settings, Examinee model) => PrepareAsync(exam, settings, Rate, model);

    private Task<Run> PrepareAsync(Exam exam, RunSettings settings, Rate? rate, Examinee model) => Run.PrepareAsync(
        exam, [new Candidate(model, rate)], PromptTemplates.Load(null), ledger, settings, new Budget(settings.Budget), new OwnMeans(new OwnPace(settings, TimeProvider.System)), TimeProvider.System, Token);

    private decimal OnDisk() => (decimal)One<double>("""
        SELECT (SELECT coalesce(sum(CAST(cost_yuan AS REAL)), 0) FROM attempt)
             + (SELECT sum(CAST(lost_yuan AS REAL) + CAST(outstanding_yuan AS REAL)) FROM sitting)
             + 1e-12
        """);

    private T One<T>(string sql) => (T)Convert.ChangeType(Command(sql, command => command.ExecuteScalar()!), typeof(T), CultureInfo.InvariantCulture);

    private void Execute(string sql) => Command(sql, command => command.ExecuteNonQuery());

    private T Command<T>(string sql, Func<SqliteCommand, T> run)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return run(command);
    }
}
