using System.Globalization;

namespace Jinbang.Web.Workspaces;

/// <summary>Tells when a file has changed and rests again: what somebody is just writing is not read half.</summary>
/// <param name="path">The file.</param>
internal sealed class RestingFile(string path)
{
    private string? taken;
    private string? seen;

    /// <summary>What tells one state of a file from another; empty where there is no file.</summary>
    public static string MarkOf(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc:O} {file.Length}") : "";
    }

    /// <summary>Whether the file is another than the one that was taken last, and as it was at the last look; it is then taken. The first look takes it.</summary>
    public bool HasChanged()
    {
        var (mark, before) = (MarkOf(path), seen);
        seen = mark;
        if (mark == taken || (taken is not null && mark != before))
        {
            return false;
        }

        taken = mark;
        return true;
    }
}
