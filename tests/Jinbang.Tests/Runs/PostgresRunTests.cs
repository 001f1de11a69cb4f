using Jinbang.Runs.Ledgers;
using Jinbang.Tests.Postgres;

namespace Jinbang.Tests.Runs;

/// <summary>Runs over a ledger in PostgreSQL are those over a file.</summary>
public sealed class PostgresRunTests(SharedPostgres shared) : RunTests
{
    private PostgresDatabase database = null!;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await database.DisposeAsync();
    }

    protected override async Task<SqlLedger> OpenLedgerAsync()
    {
        database = await shared.NewDatabaseAsync(TestContext.Current.CancellationToken);
        return PostgresLedger.Open(database.ConnectionString);
    }
}
