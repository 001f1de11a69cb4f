using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Microsoft.Data.Sqlite;

namespace Jinbang.Tests.Runs;

public sealed class SqliteLedgerTests : LedgerContract
{
    private readonly string path = Path.Combine(Samples.TemporaryFolder(), ".jinbang", "ledger.db");

    protected override Ledger OpenLedger() => SqliteLedger.Open(path);

    [Fact]
    public async Task What_was_recorded_is_there_when_the_file_is_opened_again()
    {
        var sitting = new Sitting("sample", Language.Chinese, Samples.Model(), "prompt");
        var entry = new LedgerEntry("k", "q", 0, DateTimeOffset.UnixEpoch, new Reply(Outcome.Failed, ""), null);
        await using (var ledger = OpenLedger())
        {
            await ledger.BeginAsync(sitting, 2, null, TestContext.Current.CancellationToken);
            await ledger.RecordAsync(sitting.Key, [entry], TestContext.Current.CancellationToken);
        }

        await using var again = OpenLedger();
        var found = Assert.Single(await again.SittingsAsync("sample", Language.Chinese, TestContext.Current.CancellationToken));
        Assert.Equal((sitting.Key, sitting.Model, 2), (found.Key, found.Model, found.Repeats));
        Assert.Equal([entry], await again.ReadAsync(sitting.Key, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_file_that_is_no_ledger_is_refused_and_left_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "my diary, not a database, " + new string('x', 5000));

        var fault = Assert.Throws<BadInputException>(OpenLedger);

        Assert.Contains(path, fault.Message, StringComparison.Ordinal);
        Assert.StartsWith("my diary", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_from_before_judges_is_brought_up_to_date_and_loses_nothing()
    {
        var sitting = new Sitting("sample", Language.Chinese, Samples.Model(), "prompt");
        var entry = new LedgerEntry("k", "q", 0, DateTimeOffset.UnixEpoch, new Reply(Outcome.Replied, "B"), null);
        await using (var ledger = OpenLedger())
        {
            await ledger.BeginAsync(sitting, 1, null, TestContext.Current.CancellationToken);
            await ledger.RecordAsync(sitting.Key, [entry], TestContext.Current.CancellationToken);
        }

        DropTablesBut("sitting", "first_seen", "attempt");
        Execute("""
            DROP INDEX sitting_model; DROP TRIGGER sitting_added; DROP TRIGGER sitting_changed; DROP TRIGGER attempt_changed; ALTER TABLE attempt DROP COLUMN marked_by; DROP INDEX attempt_sitting; DROP INDEX attempt_request; CREATE INDEX attempt_sitting ON attempt (sitting, id);
            ALTER TABLE attempt DROP COLUMN judged_by; ALTER TABLE attempt DROP COLUMN waited_seconds; ALTER TABLE attempt DROP COLUMN backoff_seconds;
            ALTER TABLE attempt DROP COLUMN cost_by; ALTER TABLE attempt DROP COLUMN request; ALTER TABLE attempt DROP COLUMN reused;
            ALTER TABLE sitting DROP COLUMN lost_yuan; ALTER TABLE sitting DROP COLUMN outstanding_yuan;
            ALTER TABLE sitting DROP COLUMN graded_as; ALTER TABLE sitting DROP COLUMN tally;
            PRAGMA user_version = 1
            """);

        await using var again = OpenLedger();
        Assert.Equal([entry], await again.ReadAsync(sitting.Key, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Null(await again.FindJudgementAsync("j", TestContext.Current.CancellationToken));
        Assert.Empty(await again.OpenBatchesAsync(sitting.Key, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_ledger_that_is_only_read_is_not_changed_nor_made_nor_brought_up_to_date()
    {
        Assert.Contains(path, Assert.Throws<BadInputException>(() => SqliteLedger.OpenToRead(path)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(path));

        await using (OpenLedger())
        {
        }

        await using (var read = SqliteLedger.OpenToRead(path))
        {
            await Assert.ThrowsAnyAsync<Exception>(() => read.BeginAsync(
                new Sitting("sample", Language.Chinese, Samples.Model(), "prompt"), 1, null, TestContext.Current.CancellationToken));
        }

        Execute("PRAGMA user_version = 1");
        Assert.Contains("older", Assert.Throws<BadInputException>(() => SqliteLedger.OpenToRead(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_of_a_newer_program_is_refused()
    {
        await using (OpenLedger())
        {
        }

        Execute("PRAGMA user_version = 99");

        Assert.Contains("newer", Assert.Throws<BadInputException>(OpenLedger).Message, StringComparison.Ordinal);
    }

    private void DropTablesBut(params string[] first)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        var names = new List<string>();
        using (var row = command.ExecuteReader())
        {
            while (row.Read())
            {
                names.Add(row.GetString(0));
            }
        }

        Execute(string.Concat(names.Except(first).Select(name => $"DROP TABLE {name};")));
    }

    private void Execute(string sql)
    {
        // A pooled connection would go on with the tables that it knows, as no other process does.
        using (var pooled = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path }.ToString()))
        {
            SqliteConnection.ClearPool(pooled);
        }

        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
