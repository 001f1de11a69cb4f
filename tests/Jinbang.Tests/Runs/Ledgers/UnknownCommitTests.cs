using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Tests.Postgres;
using Npgsql;

namespace Jinbang.Tests.Runs.Ledgers;

/// <summary>The connection breaks while the server is committing, so that nobody here knows whether it did.</summary>
public sealed class UnknownCommitTests(SharedPostgres shared) : IAsyncLifetime
{
    private static readonly Sitting Sitting = new("sample", Language.English, Samples.Model(), "prompt");
    private PostgresDatabase database = null!;
    private Wire wire = null!;
    private PostgresLedger ledger = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await shared.NewDatabaseAsync(Token);
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        wire = new(settings.Port);
        ledger = PostgresLedger.Open(new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Host = "127.0.0.1", Port = wire.Port }.ToString());
        await ledger.BeginAsync(Sitting, 1, null, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await ledger.DisposeAsync();
        await wire.DisposeAsync();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_lost_is_added_once_though_the_server_is_out_of_reach_from_then_on(bool isDone)
    {
        IReadOnlyList<LedgerPage> pages = [new(Sitting.Key) { Lost = 0.5m }];
        wire.CutCommit(isDone, staysDown: true);
        Assert.True((await Assert.ThrowsAsync<LedgerFaultException>(() => ledger.WriteAsync(pages, Token))).IsPassing);
        Assert.True((await Assert.ThrowsAsync<LedgerFaultException>(() => ledger.WriteAsync(pages, Token))).IsPassing);

        wire.IsDown = false;
        await ledger.WriteAsync([new(Sitting.Key) { Lost = 1 }], Token);
        await ledger.WriteAsync(pages, Token);

        Assert.Equal((1, new UnknownSpending(1.5m, 0)), (wire.Cuts, await ledger.UnknownSpendingAsync(Sitting.Key, Token)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whether_it_was_committed_is_found_out_at_once_when_the_server_answers_again(bool isDone)
    {
        IReadOnlyList<LedgerPage> pages = [new(Sitting.Key) { Lost = 0.5m }];
        wire.CutCommit(isDone, staysDown: false);

        if (isDone)
        {
            await ledger.WriteAsync(pages, Token);
        }
        else
        {
            await Assert.ThrowsAsync<LedgerFaultException>(() => ledger.WriteAsync(pages, Token));
            await ledger.WriteAsync(pages, Token);
        }

        Assert.Equal((1, new UnknownSpending(0.5m, 0)), (wire.Cuts, await ledger.UnknownSpendingAsync(Sitting.Key, Token)));
        await ledger.WriteAsync([new(Sitting.Key) { Lost = 0.25m }], Token);
        Assert.Equal(new UnknownSpending(0.75m, 0), await ledger.UnknownSpendingAsync(Sitting.Key, Token));
    }
}
