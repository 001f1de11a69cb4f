using Jinbang.Tests.Postgres;

[assembly: AssemblyFixture(typeof(SharedPostgres))]

namespace Jinbang.Tests.Postgres;

/// <summary>One server for all tests that need nothing but a database, started when the first of them asks. A test class takes it
/// in its constructor.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    // Not the token of the test that happens to be first: others wait for the same server.
    private readonly CancellationTokenSource end = new();
    private readonly Lazy<Task<PostgresServer>> server;

    public SharedPostgres() => server = new(() => PostgresServer.StartNewAsync(new(), end.Token));

    /// <summary>Makes an empty database; skips the test by name where PostgreSQL is absent.</summary>
    public async Task<PostgresDatabase> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        PostgresPrograms.Need();
        return await (await server.Value.WaitAsync(cancellationToken)).NewDatabaseAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated)
        {
            await end.CancelAsync();
            await (await server.Value).DisposeAsync();
        }

        end.Dispose();
    }
}
