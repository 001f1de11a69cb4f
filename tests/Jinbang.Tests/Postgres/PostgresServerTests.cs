using Npgsql;

namespace Jinbang.Tests.Postgres;

public sealed class PostgresServerTests(SharedPostgres shared)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_in_one_database_is_not_in_another()
    {
        await using var first = await shared.NewDatabaseAsync(Token);
        await using var second = await shared.NewDatabaseAsync(Token);

        await DoAsync(first, "CREATE TABLE seen (n int)");

        Assert.Equal(1L, await AskAsync(first, "SELECT count(*) FROM pg_tables WHERE tablename = 'seen'"));
        Assert.Equal(0L, await AskAsync(second, "SELECT count(*) FROM pg_tables WHERE tablename = 'seen'"));
    }

    [Fact]
    public async Task Twenty_tests_that_ask_at_once_get_a_database_each()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => shared.NewDatabaseAsync(Token))));

        Assert.Equal(20, databases.Select(database => database.ConnectionString).Distinct().Count());
        foreach (var database in databases)
        {
            await database.DisposeAsync();
            await Assert.ThrowsAsync<PostgresException>(() => AskAsync(database, "SELECT 1"));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_is_killed_and_started_again_has_all_that_was_committed_and_nothing_else(bool durable)
    {
        await using var server = await PostgresServer.StartNewAsync(new() { Durable = durable }, Token);
        await using var database = await server.NewDatabaseAsync(Token);
        await DoAsync(database, "CREATE TABLE kept (n int); INSERT INTO kept SELECT generate_series(1, 1000)");
        await using (var open = await OpenAsync(database))
        await using (var transaction = await open.BeginTransactionAsync(Token))
        {
            await using var insert = new NpgsqlCommand("INSERT INTO kept VALUES (0)", open);
            await insert.ExecuteNonQueryAsync(Token);

            await server.CrashAsync(Token);

            await Assert.ThrowsAnyAsync<NpgsqlException>(() => transaction.CommitAsync(Token));
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => AskAsync(database, "SELECT 1"));
        }

        await server.StartAsync(Token);

        Assert.Equal(1000L, await AskAsync(database, "SELECT count(*) FROM kept"));
        Assert.Equal(durable ? "on" : "off", await AskAsync(database, "SHOW fsync"));
    }

    [Fact]
    public async Task A_server_that_is_restarted_is_found_at_the_same_address()
    {
        await using var server = await PostgresServer.StartNewAsync(new(), Token);
        await using var database = await server.NewDatabaseAsync(Token);
        await DoAsync(database, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)");

        await server.RestartAsync(Token);

        Assert.Equal(7, await AskAsync(database, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task A_wrong_password_opens_nothing()
    {
        await using var database = await shared.NewDatabaseAsync(Token);
        var wrong = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Password = "wrong" };

        await using var connection = new NpgsqlConnection(wrong.ConnectionString);

        Assert.Equal(PostgresErrorCodes.InvalidPassword, (await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Token))).SqlState);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_of_a_server_stays_when_the_test_has_done_with_it(bool crashed)
    {
        string folder;
        await using (var server = await PostgresServer.StartNewAsync(new(), Token))
        {
            await using var database = await server.NewDatabaseAsync(Token);
            folder = (string)(await AskAsync(database, "SHOW data_directory"))!;
            Assert.Single(ProcessesOf(folder));
            if (crashed)
            {
                await server.CrashAsync(Token);
            }
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(folder)));
        Assert.Empty(ProcessesOf(folder));
    }

    /// <summary>The postmaster names its folder; the others rename themselves.</summary>
    private static IEnumerable<string> ProcessesOf(string folder) => Directory.EnumerateDirectories("/proc")
        .Select(entry => Path.Combine(entry, "cmdline"))
        .Where(file => File.Exists(file) && File.ReadAllText(file).Split('\0').Contains(folder));

    private static async Task<NpgsqlConnection> OpenAsync(PostgresDatabase database)
    {
        var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Token);
        return connection;
    }

    private static async Task DoAsync(PostgresDatabase database, string sql) => await AskAsync(database, sql);

    private static async Task<object?> AskAsync(PostgresDatabase database, string sql)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Token);
    }
}
