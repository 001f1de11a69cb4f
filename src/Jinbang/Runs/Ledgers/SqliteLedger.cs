using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Jinbang.Runs.Ledgers;

/// <summary>The ledger as one SQLite file.</summary>
/// <remarks>Write-ahead log with a full sync at each commit, so that what was recorded survives a power cut.</remarks>
public sealed class SqliteLedger : SqlLedger
{
    private readonly SqliteConnection writer;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lazy<SqliteRequests> requests;

    private SqliteLedger(SqliteConnection writer, SqliteStore store)
        : base(store)
    {
        this.writer = writer;
        writer.CreateFunction("plus", (string first, string second) => Text(Yuan(first) + Yuan(second)), isDeterministic: true);
        requests = new(() => new SqliteRequests(store));
    }

    /// <summary>Opens a ledger, making file and folder when they are missing.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="BadInputException">The file is no ledger, is damaged, or cannot be opened.</exception>
    public static SqliteLedger Open(string path)
    {
        // A pooled connection would stay open, and leave what was recorded in the log beside the file.
        var writer = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            writer.Open();
            SqliteSchema.Execute(writer, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000;");
            SqliteSchema.Prepare(writer, path);
            return new SqliteLedger(writer, new(path, SqliteOpenMode.ReadWrite));
        }
        catch (SqliteException fault) when (SqliteFaults.Of(fault, path) is { IsPassing: false } damaged)
        {
            writer.Dispose();
            throw new BadInputException(damaged.Problem, fault);
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            writer.Dispose();
            throw new BadInputException(new(
                $"The ledger {path} cannot be opened: {fault.Message.TrimEnd('.')}. Nothing was changed.",
                $"无法打开账本 {path}：{fault.Message.TrimEnd('.')}。未做任何改动。"), fault);
        }
    }

    /// <summary>Opens a ledger that is only read and never changed.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="BadInputException">There is no such file, it is no ledger, is of another version, or cannot be opened.</exception>
    public static SqliteLedger OpenToRead(string path)
    {
        var reader = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ToString());
        try
        {
            reader.Open();
            SqliteSchema.Check(reader, path);
            return new SqliteLedger(reader, new(path, SqliteOpenMode.ReadOnly));
        }
        catch (SqliteException fault)
        {
            reader.Dispose();
            throw new BadInputException(new(
                $"The ledger {path} cannot be read: {fault.Message.TrimEnd('.')}.", $"无法读取账本 {path}：{fault.Message.TrimEnd('.')}。"), fault);
        }
    }

    /// <inheritdoc/>
    public override Task<LedgerEntry?> FindSentAsync(string request, CancellationToken cancellationToken) => Task.FromResult(requests.Value.Find(request));

    /// <inheritdoc/>
    protected override async ValueTask DisposeCoreAsync()
    {
        if (requests.IsValueCreated)
        {
            requests.Value.Dispose();
        }

        Store.Dispose();
        await writer.DisposeAsync();
        turn.Dispose();
    }

    /// <inheritdoc/>
    internal override async Task InTurnAsync(Action<SqlChange> work, object? given, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await using var transaction = writer.BeginTransaction();
            work(new SqlChange(Store, transaction));
            transaction.Commit();
        }
        catch (Exception fault) when (Store.FaultOf(fault) is { } known)
        {
            throw known;
        }
        finally
        {
            turn.Release();
        }
    }

    private static decimal Yuan(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(decimal yuan) => yuan.ToString("0.############################", CultureInfo.InvariantCulture);
}
