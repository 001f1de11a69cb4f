using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Ledgers.Checkups;
using Microsoft.Data.Sqlite;

namespace Jinbang.Tests.Runs.Ledgers;

/// <summary>Ledgers that are really torn.</summary>
public sealed class CheckupTests
{
    private const int Page = 4096;
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Sitting Sitting = new("sample", Language.English, Samples.Model(), "prompt");
    private readonly string path = Path.Combine(Samples.TemporaryFolder(), "ledger.db");

    [Fact]
    public async Task A_sound_ledger_is_called_sound_and_its_attempts_and_yuan_are_counted()
    {
        await WriteAsync(30, (Outcome.Replied, 0.1m), (Outcome.Failed, null), (Outcome.CutOff, 0.02m));

        var found = SqliteCheckup.Examine(path);

        Assert.True(found.IsSound, string.Join('\n', found.Damage));
        var sitting = Assert.Single(found.Sittings);
        Assert.Equal((10, 0, 10, 10), (sitting.Replied, sitting.Refused, sitting.CutOff, sitting.Failed));
        Assert.Equal((1.2m, 0.5m, 0.25m), (sitting.Spent, sitting.Lost, sitting.Outstanding));
        Assert.Equal(0, found.Log.TornBytes);
        Assert.True(found.FreeBytes > 0);
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        await WriteAsync(30);
        var before = await File.ReadAllBytesAsync(path, Token);

        SqliteCheckup.Examine(path);

        Assert.Equal(before, await File.ReadAllBytesAsync(path, Token));
    }

    [Fact]
    public async Task It_looks_while_another_connection_writes()
    {
        await using var ledger = SqliteLedger.Open(path);
        await ledger.BeginAsync(Sitting, 1, null, Token);
        await ledger.WriteAsync([new(Sitting.Key) { Entries = [Entry(1, Outcome.Replied, 1)] }], Token);

        var found = SqliteCheckup.Examine(path);

        Assert.Equal((true, 1), (found.IsSound, found.Sittings[0].Replied));
        Assert.True(found.Log.Commits > 0);
        await ledger.WriteAsync([new(Sitting.Key) { Entries = [Entry(2, Outcome.Replied, 1)] }], Token);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(2000)]
    public async Task A_log_cut_in_the_middle_of_a_frame_loses_nothing_that_was_committed_before(int bytes)
    {
        var torn = await CopyWithLogAsync(20);
        using (var log = File.Open(torn + "-wal", FileMode.Open))
        {
            log.SetLength(log.Length - bytes);
        }

        var found = SqliteCheckup.Examine(torn);

        Assert.True(found.IsSound, string.Join('\n', found.Damage));
        Assert.True(found.Log.TornBytes > 0);
        await using var ledger = SqliteLedger.Open(torn);
        Assert.Equal(19, await ledger.ReadAsync(Sitting.Key, Token).CountAsync(Token));
    }

    [Fact]
    public async Task A_log_broken_in_its_middle_is_damage_since_commits_behind_it_are_lost()
    {
        var torn = await CopyWithLogAsync(20);
        Flip(torn + "-wal", new FileInfo(torn + "-wal").Length / 2);

        Assert.False(SqliteCheckup.Examine(torn).IsSound);
    }

    [Fact]
    public async Task A_ledger_that_lost_its_last_page_is_refused_by_runs_and_mended_as_far_as_it_can_be_read()
    {
        await WriteAsync(400);
        using (var file = File.Open(path, FileMode.Open))
        {
            file.SetLength(file.Length - Page);
        }

        Assert.False(SqliteCheckup.Examine(path).IsSound);
        var mended = SqliteMending.Mend(path);

        Assert.InRange(mended.Attempts, 350, 400);
        await AssertSoundAsync(mended);
    }

    [Fact]
    public async Task Whatever_page_is_overwritten_what_the_others_hold_is_saved()
    {
        await WriteAsync(400);
        var whole = await File.ReadAllBytesAsync(path, Token);
        var worst = 400;
        Assert.True(whole.Length / Page > 40);
        for (var page = 1; page < whole.Length / Page; page += 7)
        {
            var torn = Path.Combine(Samples.TemporaryFolder(), "ledger.db");
            var bytes = whole.ToArray();
            new Random(page).NextBytes(bytes.AsSpan(page * Page, Page));
            await File.WriteAllBytesAsync(torn, bytes, Token);

            Assert.False(SqliteCheckup.Examine(torn).IsSound, $"page {page}");
            var mended = SqliteMending.Mend(torn);

            await AssertSoundAsync(mended);
            worst = Math.Min(worst, mended.Attempts);
            Assert.Equal(bytes, await File.ReadAllBytesAsync(torn, Token));
        }

        Assert.InRange(worst, 380, 400);
    }

    [Fact]
    public async Task A_damaged_ledger_leads_to_the_doctor()
    {
        await WriteAsync(400);
        var bytes = await File.ReadAllBytesAsync(path, Token);
        // The first pages hold what tables there are, without which nothing opens.
        for (var page = 30; page < bytes.Length / Page; page++)
        {
            new Random(page).NextBytes(bytes.AsSpan(page * Page, Page));
        }

        await File.WriteAllBytesAsync(path, bytes, Token);
        SqliteConnection.ClearAllPools();

        await using var ledger = SqliteLedger.Open(path);
        var fault = await Assert.ThrowsAsync<LedgerFaultException>(async () => await ledger.ReadAsync(Sitting.Key, Token).CountAsync(Token));

        Assert.Contains("jinbang doctor", fault.Problem.English, StringComparison.Ordinal);
        Assert.False(fault.IsPassing);
    }

    [Fact]
    public async Task Rows_without_sense_twins_and_orphans_are_counted_and_the_senseless_left_out()
    {
        await WriteAsync(10);
        Execute("""
            UPDATE attempt SET outcome = 'Rplied' WHERE id = 3;
            UPDATE attempt SET cost_yuan = 'much' WHERE id = 4;
            CREATE TEMP TABLE twin AS SELECT * FROM attempt WHERE id = 1;
            UPDATE twin SET id = 99, key = 'orphan', sitting = 'nowhere';
            INSERT INTO attempt SELECT * FROM twin;
            """);

        var found = SqliteCheckup.Examine(path);

        Assert.Equal((2, "attempt 3", 1), (found.Senseless, found.FirstSenseless, found.WithoutSitting));
        Assert.False(found.IsSound);
        var mended = SqliteMending.Mend(path);
        Assert.Equal((9, 2), (mended.Attempts, mended.LeftOut));
    }

    [Fact]
    public void A_file_that_is_no_ledger_is_damage_and_a_missing_one_is_refused()
    {
        Assert.Throws<BadInputException>(() => SqliteCheckup.Examine(path));
        File.WriteAllText(path, "my diary" + new string('x', 9000));

        Assert.False(SqliteCheckup.Examine(path).IsSound);
        Assert.Throws<BadInputException>(() => SqliteMending.Mend(path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!, "*.db"));
    }

    private static async Task AssertSoundAsync(MendedLedger mended)
    {
        Assert.True(SqliteCheckup.Examine(mended.Path).Damage.Count == 0);
        await using var ledger = SqliteLedger.Open(mended.Path);
        await ledger.BeginAsync(Sitting, 1, null, Token);
        Assert.Equal(mended.Attempts, await ledger.ReadAsync(Sitting.Key, Token).CountAsync(Token));
    }

    private async Task WriteAsync(int attempts, params (Outcome Outcome, decimal? Cost)[] kinds)
    {
        kinds = kinds.Length > 0 ? kinds : [(Outcome.Replied, 0.1m)];
        await using var ledger = SqliteLedger.Open(path);
        await ledger.BeginAsync(Sitting, 1, null, Token);
        await ledger.WriteAsync(
            [
                new(Sitting.Key)
                {
                    Entries = [.. Enumerable.Range(0, attempts).Select(n => Entry(n, kinds[n % kinds.Length].Outcome, kinds[n % kinds.Length].Cost))],
                    Lost = 0.5m,
                    Outstanding = 0.25m,
                },
            ],
            Token);
    }

    /// <summary>A ledger as a killed program leaves it: a commit for each attempt, all still in the log.</summary>
    private async Task<string> CopyWithLogAsync(int attempts)
    {
        var copy = Path.Combine(Samples.TemporaryFolder(), "ledger.db");
        await using var ledger = SqliteLedger.Open(path);
        await ledger.BeginAsync(Sitting, 1, null, Token);
        for (var n = 0; n < attempts; n++)
        {
            await ledger.WriteAsync([new(Sitting.Key) { Entries = [Entry(n, Outcome.Replied, 0.1m)] }], Token);
        }

        File.Copy(path, copy);
        File.Copy(path + "-wal", copy + "-wal");
        return copy;
    }

    private static LedgerEntry Entry(int n, Outcome outcome, decimal? cost) => new(
        $"key-{n * 7919 % 1000:000}-{n}", $"q{n}", 0, DateTimeOffset.UnixEpoch, new Reply(outcome, new string('x', 300 + (n % 50))) { Cost = cost }, null);

    private static void Flip(string file, long at)
    {
        using var stream = File.Open(file, FileMode.Open);
        stream.Position = at;
        var old = stream.ReadByte();
        stream.Position = at;
        stream.WriteByte((byte)~old);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
