namespace Jinbang.Tests.Postgres;

/// <summary>An empty database that nobody else uses; it is dropped when the test has done with it.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly PostgresServer server;
    private readonly string name;

    internal PostgresDatabase(PostgresServer server, string name)
    {
        this.server = server;
        this.name = name;
    }

    /// <summary>How Npgsql reaches it, as its owner, with the password.</summary>
    public string ConnectionString => server.ConnectionStringOf(name);

    public async ValueTask DisposeAsync()
    {
        // A server that was stopped takes its databases with it.
        if (server.IsRunning)
        {
            await server.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)", TestContext.Current.CancellationToken);
        }
    }
}
