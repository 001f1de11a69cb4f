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
    public async Task A_ledger_of_a_newer_program_is_refused()
    {
        await using (OpenLedger())
        {
        }

        using (var connection = new SqliteConnection($"Data Source={path}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        Assert.Contains("newer", Assert.Throws<BadInputException>(OpenLedger).Message, StringComparison.Ordinal);
    }
}
