namespace Jinbang.Runs.Ledgers.Checkups;

/// <summary>Room left on disks.</summary>
internal static class FreeSpace
{
    /// <summary>Bytes left on the disk of a file; null when that cannot be told.</summary>
    public static long? Beside(string path)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(path))!).AvailableFreeSpace;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
