using Jinbang.Runs;

namespace Jinbang.Workspaces;

/// <summary>Keeps a workspace's ledger to one writing program at a time, whatever database keeps it.</summary>
public static class LedgerLock
{
    // A site that is open over the ledger has it for moments, as for a person's mark.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Takes the lock, waiting a moment for it.</summary>
    /// <exception cref="BadInputException">Another program has it, or nothing can be written there.</exception>
    public static IDisposable Take(Workspace workspace)
    {
        WritableFolder.Make(workspace.Ledger.File is { } file ? Path.GetDirectoryName(Path.GetFullPath(file))! : workspace.Home);
        return workspace.Ledger.TryHold(Patience) ?? throw new BadInputException(new(
            "Another run is at work in this folder. Wait for it, or run in another folder.",
            "本目录中已有另一个任务在运行。请等它结束，或换一个目录运行。"));
    }
}
