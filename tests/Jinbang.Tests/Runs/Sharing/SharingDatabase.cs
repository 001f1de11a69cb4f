using Jinbang.Runs.Sharing;
using Jinbang.Tests.Postgres;
using Npgsql;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>A database in which runs are shared.</summary>
internal sealed class SharingDatabase : IAsyncDisposable
{
    // What these tests need of the ledger's own tables.
    private const string Ledger = """
        CREATE TABLE sitting (key text PRIMARY KEY, exam text NOT NULL, model text NOT NULL, lost_yuan numeric NOT NULL DEFAULT 0);
        CREATE TABLE attempt (key text PRIMARY KEY, sitting text NOT NULL, outcome text NOT NULL, cost_yuan numeric, reused boolean NOT NULL DEFAULT false);
        CREATE TABLE judgement (key text PRIMARY KEY, sitting text NOT NULL, judge text NOT NULL, cost_yuan numeric, reused boolean NOT NULL DEFAULT false);
        """;

    private readonly PostgresDatabase database;

    private SharingDatabase(PostgresDatabase database)
    {
        this.database = database;
        Source = NpgsqlDataSource.Create(database.ConnectionString);
    }

    public NpgsqlDataSource Source { get; }

    public string ConnectionString => database.ConnectionString;

    public static async Task<SharingDatabase> CreateAsync(SharedPostgres shared, CancellationToken cancellationToken)
    {
        var made = new SharingDatabase(await shared.NewDatabaseAsync(cancellationToken));
        await made.ExecuteAsync(Ledger, cancellationToken);
        await made.ExecuteAsync(SharingSchema.Script, cancellationToken);
        return made;
    }

    public Task SitAsync(string sitting, string model, CancellationToken cancellationToken) =>
        ExecuteAsync("INSERT INTO sitting (key, exam, model) VALUES ($1, 'exam', $2)", cancellationToken, sitting, model);

    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Command(sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<T> AskAsync<T>(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var connection = await Source.OpenConnectionAsync(cancellationToken);
        await using var command = connection.Command(sql, values);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>A holder as it is after joining, with a clock of its own.</summary>
    public Pulse Join(TimeProvider time)
    {
        var pulse = new Pulse(() => new NpgsqlConnection(ConnectionString), time);
        pulse.Join("test", "1", null);
        return pulse;
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await database.DisposeAsync();
    }
}
