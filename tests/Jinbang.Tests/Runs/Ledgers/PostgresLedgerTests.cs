using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Tests.Postgres;
using Npgsql;

namespace Jinbang.Tests.Runs.Ledgers;

public sealed class PostgresLedgerTests(SharedPostgres shared) : LedgerContract, IAsyncLifetime
{
    private PostgresDatabase database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database = await shared.NewDatabaseAsync(Token);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Programs_that_open_an_empty_database_at_once_all_find_a_ledger()
    {
        var opened = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(OpenLedger, Token)));

        foreach (var ledger in opened)
        {
            Assert.Empty((await ledger.StatesAsync(Token)).Exams);
            await ledger.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_ledger_of_a_newer_program_is_refused()
    {
        await OpenLedger().DisposeAsync();
        await DoAsync("UPDATE jinbang_ledger SET version = 99");

        Assert.Contains("newer", Assert.Throws<BadInputException>(OpenLedger).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_something_else_is_refused_and_left_alone()
    {
        await DoAsync("CREATE TABLE attempt (mine int)");

        Assert.Contains("something else", Assert.Throws<BadInputException>(OpenLedger).Message, StringComparison.Ordinal);
        await DoAsync("SELECT mine FROM attempt");
        Assert.Equal(1L, await AskAsync("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task A_ledger_that_is_only_read_is_not_changed_nor_made()
    {
        Assert.Throws<BadInputException>(() => PostgresLedger.OpenToRead(database.ConnectionString));
        await OpenLedger().DisposeAsync();

        await using var read = PostgresLedger.OpenToRead(database.ConnectionString);

        await Assert.ThrowsAsync<LedgerFaultException>(() => read.BeginAsync(new("sample", Language.English, Samples.Model(), "prompt"), 1, null, Token));
        Assert.Empty((await read.StatesAsync(Token)).Exams);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_or_refuses_the_password_is_told_without_it()
    {
        var right = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        string[] wrong =
        [
            new NpgsqlConnectionStringBuilder(right.ConnectionString) { Password = "s3cret" }.ToString(),
            new NpgsqlConnectionStringBuilder(right.ConnectionString) { Password = "s3cret", Port = 1 }.ToString(),
            new NpgsqlConnectionStringBuilder(right.ConnectionString) { Database = "nowhere" }.ToString(),
            right + ";Nonsense=1;Password=s3cret",
        ];

        foreach (var connection in wrong)
        {
            var told = Assert.Throws<BadInputException>(() => PostgresLedger.Open(connection)).ToString();
            Assert.DoesNotContain("s3cret", told, StringComparison.Ordinal);
            Assert.DoesNotContain(right.Password!, told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Its_version_tells_what_another_program_wrote()
    {
        await using var one = OpenLedger();
        await using var two = OpenLedger();
        var before = one.Version;

        await two.BeginAsync(new("sample", Language.English, Samples.Model(), "prompt"), 1, null, Token);

        Assert.NotEqual(before, one.Version);
        Assert.Equal(one.Version, two.Version);
    }

    protected override Ledger OpenLedger() => PostgresLedger.Open(database.ConnectionString);

    private async Task DoAsync(string sql) => await AskAsync(sql);

    private async Task<object?> AskAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Token);
    }
}
