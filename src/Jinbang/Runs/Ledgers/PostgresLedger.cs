using Jinbang.Runs.Sharing;
using Npgsql;

namespace Jinbang.Runs.Ledgers;

/// <summary>The ledger as tables of a PostgreSQL database, which programs on many machines share.</summary>
/// <remarks>Whether a commit took place can be unknown when the connection breaks. So each program numbers its transactions in a row of its own, within
/// them: what is tried again finds there that it is done already.</remarks>
public sealed class PostgresLedger : SqlLedger
{
    // What an open ledger holds back is told to nobody else, so that whoever dies in a transaction does not keep others waiting.
    private const string Options = "-c idle_in_transaction_session_timeout=10000 -c lock_timeout=10000";

    private readonly PostgresStore store;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly HashSet<object> committed = new(ReferenceEqualityComparer.Instance);
    private (object? Given, long Nth)? unknown;
    private long? holder;

    private PostgresLedger(PostgresStore store)
        : base(store) => this.store = store;

    /// <summary>Opens a ledger, making its tables when they are missing.</summary>
    /// <param name="connection">What Npgsql connects by, with the password unless it is found elsewhere.</param>
    /// <exception cref="BadInputException">The database cannot be reached, holds something else, or is of a newer program.</exception>
    public static PostgresLedger Open(string connection) => Open(connection, Options, PostgresSchema.Prepare);

    /// <summary>Opens a ledger that is only read and never changed.</summary>
    /// <param name="connection">What Npgsql connects by.</param>
    /// <exception cref="BadInputException">There is no ledger, it is of another version, or cannot be reached.</exception>
    public static PostgresLedger OpenToRead(string connection) => Open(connection, Options + " -c default_transaction_read_only=on", PostgresSchema.CheckVersion);

    /// <summary>The database.</summary>
    internal NpgsqlDataSource Source => store.Source;

    /// <summary>The runs that many processes work on.</summary>
    public SharedRuns Runs => new(store.Source);

    /// <summary>How they stand.</summary>
    public RunSights Sights => new(store.Source);

    /// <summary>The programs that work on them.</summary>
    public HolderSights Holders => new(store.Source);

    /// <summary>Writes pages of a run that many work on, all or nothing; done when it is on disk.</summary>
    /// <param name="share">Who writes.</param>
    /// <param name="pages">The pages; those that are tried again are the very same list.</param>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <returns>Whether its holder is at work. If not, what it was answered is written even so, and it may begin nothing more.</returns>
    /// <exception cref="LedgerFaultException">It could not be written.</exception>
    internal async Task<Presence> WriteAsync(Share share, IReadOnlyList<LedgerPage> pages, CancellationToken cancellationToken)
    {
        Presence? presence = null;
        await InTurnAsync(
            change =>
            {
                var commit = new SharedCommit((NpgsqlConnection)change.Transaction.Connection!, share);
                presence = commit.Enter();
                commit.Book(pages, presence.Value);
                Writing.Write(change, pages, commit);
            },
            pages, cancellationToken);

        // What an earlier try has written finds its holder as it is now.
        return presence ?? await PresenceAsync(share, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>What holders that are gone may owe is lost until they tell better.</remarks>
    public override async Task<UnknownSpending> UnknownSpendingAsync(string sitting, CancellationToken cancellationToken) => await store.SelectAsync(
        """
        SELECT lost_yuan + (SELECT coalesce(sum(yuan), 0) FROM outstanding WHERE sitting = key AND is_forfeit),
            outstanding_yuan + (SELECT coalesce(sum(yuan), 0) FROM outstanding WHERE sitting = key AND NOT is_forfeit)
        FROM sitting WHERE key = @key
        """,
        [("@key", sitting)], row => new UnknownSpending(row.GetDecimal(0), row.GetDecimal(1)), cancellationToken)
        .FirstOrDefaultAsync(cancellationToken) ?? UnknownSpending.None;

    /// <inheritdoc/>
    protected override ValueTask DisposeCoreAsync()
    {
        store.Dispose();
        turn.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    internal override async Task InTurnAsync(Action<SqlChange> work, object? given, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            Do(work, given);
        }
        catch (Exception fault) when (store.FaultOf(fault) is { } known)
        {
            throw known;
        }
        finally
        {
            turn.Release();
        }
    }

    private static PostgresLedger Open(string connection, string options, Action<NpgsqlConnection, string> prepare)
    {
        var settings = PostgresSettings.Of(connection, options);
        var name = PostgresSettings.NameOf(settings);
        var store = new PostgresStore(PostgresSettings.SourceOf(settings), name);
        try
        {
            using var first = store.Open();
            prepare(first, name);
            return new PostgresLedger(store);
        }
        catch (Exception fault)
        {
            store.Dispose();
            throw fault switch
            {
                PostgresException { SqlState: PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.DuplicateFunction } => new BadInputException(new(
                    $"{name} holds tables of something else. Give the ledger a database or a schema (Search Path) of its own.",
                    $"{name} 中已有其他程序的表。请给账本单独的数据库，或单独的模式（Search Path）。"), fault),
                _ when store.FaultOf(fault) is { } known => new BadInputException(known.Problem, fault),
                _ => fault,
            };
        }
    }

    private async Task<Presence> PresenceAsync(Share share, CancellationToken cancellationToken) =>
        await store.SelectAsync("SELECT 1 FROM holder WHERE number = @number", [("@number", share.Holder)], _ => true, cancellationToken).AnyAsync(cancellationToken)
            ? Presence.Present
            : Presence.Late;

    private void Do(Action<SqlChange> work, object? given)
    {
        using var connection = store.Open();
        holder ??= (long)Scalar(connection, "INSERT INTO journal DEFAULT VALUES RETURNING holder");
        using var transaction = connection.BeginTransaction();

        // First of all: it locks the row against this program's own transaction that may still be under way at the server.
        var nth = (long)Scalar(connection, $"UPDATE journal SET nth = nth + 1 WHERE holder = {holder} RETURNING nth, set_config('jinbang.holder', '{holder}', true)");
        Settle(nth - 1);
        if (given is not null && committed.Remove(given))
        {
            return;
        }

        work(new SqlChange(store, transaction));
        try
        {
            transaction.Commit();
        }
        catch (Exception fault) when (fault is not PostgresException { InvariantSeverity: "ERROR" })
        {
            unknown = (given, nth);
            if (!IsCommitted(nth))
            {
                throw;
            }
        }
    }

    private bool IsCommitted(long nth)
    {
        try
        {
            using var connection = store.Open();
            using var transaction = connection.BeginTransaction();
            var reached = (long)Scalar(connection, $"SELECT nth FROM journal WHERE holder = {holder} FOR UPDATE");
            unknown = null;
            return reached == nth;
        }
        catch (Exception fault) when (store.FaultOf(fault) is not null)
        {
            // Whoever tries the same again finds out.
            return false;
        }
    }

    private void Settle(long reached)
    {
        if (unknown is { Given: { } given } before && before.Nth == reached)
        {
            committed.Add(given);
        }

        unknown = null;
    }

    private static object Scalar(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar() ?? throw new InvalidOperationException("The ledger's journal lacks this program's row.");
    }
}
