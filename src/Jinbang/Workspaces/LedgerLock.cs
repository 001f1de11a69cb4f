using Jinbang.Runs;

namespace Jinbang.Workspaces;

/// <summary>Keeps a ledger to one writing program at a time. The lock is the system's: it ends with the program, however
/// that ends.</summary>
public static class LedgerLock
{
    // A site that is open over the ledger has it for moments, as for a person's mark.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Takes the lock, waiting a moment for it.</summary>
    /// <exception cref="BadInputException">Another program has it, or nothing can be written there.</exception>
    public static FileStream Take(Workspace workspace)
    {
        WritableFolder.Make(Path.GetDirectoryName(workspace.Ledger)!);
        FileStream? taken = null;
        SpinWait.SpinUntil(() => (taken = TryTake(workspace.Ledger)) is not null, Patience);
        return taken ?? throw new BadInputException(new(
            "Another run is at work in this folder. Wait for it, or run in another folder.",
            "本目录中已有另一个任务在运行。请等它结束，或换一个目录运行。"));
    }

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
