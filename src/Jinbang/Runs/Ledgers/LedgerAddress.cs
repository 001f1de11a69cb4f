namespace Jinbang.Runs.Ledgers;

/// <summary>Where a ledger is: a file, or a PostgreSQL database. It never shows a password.</summary>
public abstract class LedgerAddress
{
    /// <summary>The ledger's own file; null when it is none.</summary>
    public virtual string? File => null;

    /// <summary>Whether a ledger may be there. What a server has is known only when it is asked.</summary>
    public virtual bool Exists => true;

    /// <summary>Reads an address: <c>Host=…;Database=…</c> or <c>postgres://…</c> for a database, and a path otherwise.</summary>
    /// <param name="written">The address as somebody wrote it, where others may read it.</param>
    /// <exception cref="BadInputException">It makes no sense, or holds a password.</exception>
    public static LedgerAddress Parse(string written) => PostgresSettings.Written(written) is { } connection ? new LedgerDatabase(connection, null) : new LedgerFile(written);

    /// <summary>The same as others see it: a path from a folder, and with the password it needs.</summary>
    /// <param name="folder">The folder that a path starts from.</param>
    /// <param name="password">Gives the password; null where there is none.</param>
    public abstract LedgerAddress Seen(string folder, Func<string?> password);

    /// <summary>Opens the ledger, making it when it is missing.</summary>
    /// <exception cref="BadInputException">It cannot be opened.</exception>
    public abstract SqlLedger Open();

    /// <summary>Opens the ledger only to read; changes nothing there.</summary>
    /// <exception cref="BadInputException">There is none, it is of another version, or cannot be opened.</exception>
    public abstract SqlLedger OpenToRead();

    /// <summary>Keeps other programs from writing the ledger until the result is disposed, however the program ends; null when another does.</summary>
    /// <param name="patience">How long to wait for another to let go.</param>
    /// <exception cref="BadInputException">It cannot be reached.</exception>
    public abstract IDisposable? TryHold(TimeSpan patience);

    /// <summary>Whether a program keeps others from writing.</summary>
    public abstract bool IsHeld();
}
