namespace Jinbang.Runs.Ledgers;

/// <summary>A ledger that is an SQLite file.</summary>
/// <param name="path">The file's path.</param>
public sealed class LedgerFile(string path) : LedgerAddress
{
    /// <inheritdoc/>
    public override string File => path;

    /// <inheritdoc/>
    public override bool Exists => System.IO.File.Exists(path);

    /// <inheritdoc/>
    public override LedgerAddress Seen(string folder, Func<string?> password) => new LedgerFile(Path.Combine(folder, path));

    /// <inheritdoc/>
    public override SqlLedger Open() => SqliteLedger.Open(path);

    /// <inheritdoc/>
    public override SqlLedger OpenToRead() => SqliteLedger.OpenToRead(path);

    /// <inheritdoc/>
    public override IDisposable? TryHold(TimeSpan patience)
    {
        FileStream? taken = null;
        SpinWait.SpinUntil(() => (taken = FileLock.TryTake(path)) is not null, patience);
        return taken;
    }

    /// <inheritdoc/>
    public override bool IsHeld() => FileLock.IsTaken(path);

    /// <inheritdoc/>
    public override string ToString() => path;
}
