namespace Jinbang.Runs.Ledgers;

/// <summary>Keeps a ledger's file to one writing program at a time. The lock is the system's: it ends with the program, however that ends.</summary>
public static class FileLock
{
    /// <summary>Takes the lock; null when another program has it.</summary>
    public static FileStream? TryTake(string ledger) => Open(ledger, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Whether a program has the lock.</summary>
    public static bool IsTaken(string ledger)
    {
        // Shared, so that a run which starts meanwhile is not kept from it for long.
        using var look = File.Exists(PathFor(ledger)) ? Open(ledger, FileMode.Open, FileAccess.Read, FileShare.Read) : Stream.Null;
        return look is null;
    }

    private static FileStream? Open(string ledger, FileMode mode, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(PathFor(ledger), mode, access, share);
        }
        catch (IOException fault) when (fault is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }

    /// <summary>Beside the file itself, so that two links to one ledger have one lock.</summary>
    private static string PathFor(string ledger)
    {
        var file = new FileInfo(ledger);
        var target = file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
        return Path.Combine(Path.GetDirectoryName(target)!, "lock");
    }
}
