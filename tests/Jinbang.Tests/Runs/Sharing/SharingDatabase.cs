using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Sharing;
using Jinbang.Tests.Postgres;
using Npgsql;

namespace Jinbang.Tests.Runs.Sharing;

/// <summary>A database in which runs are shared.</summary>
internal sealed class SharingDatabase : IAsyncDisposable
{
    private readonly PostgresDatabase database;

    private SharingDatabase(PostgresDatabase database)
    {
        this.database = database;
        Ledger = PostgresLedger.Open(database.ConnectionString);
    }

    public PostgresLedger Ledger { get; }

    public NpgsqlDataSource Source => Ledger.Source;

    public string ConnectionString => database.ConnectionString;

    public static async Task<SharingDatabase> CreateAsync(SharedPostgres shared, CancellationToken cancellationToken) =>
        new(await shared.NewDatabaseAsync(cancellationToken));

    /// <summary>A sitting under a short key.</summary>
    public Task SitAsync(string sitting, string model, CancellationToken cancellationToken) => ExecuteAsync(
        "INSERT INTO sitting (key, exam, language, model, settings, repeats, used) VALUES ($1, 'exam', 'English', $2, '{}', 1, 1)", cancellationToken, sitting, model);

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

    /// <summary>A holder that lives by the real clock.</summary>
    public Task<PostgresHolder> JoinAsync(CancellationToken cancellationToken) =>
        PostgresHolder.JoinAsync(ConnectionString, "test", "1", null, TimeProvider.System, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await database.DisposeAsync();
    }
}
