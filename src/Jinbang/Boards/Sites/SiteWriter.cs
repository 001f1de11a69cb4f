using System.Security.Cryptography;

namespace Jinbang.Boards.Sites;

/// <summary>Brings a folder to what a site is: files that are as they should be are left alone, and nothing is written
/// over or removed that publishing did not write.</summary>
public static class SiteWriter
{
    /// <summary>Writes what changed and removes what the site no longer has. A manifest in the folder tells which files
    /// are publishing's own; it names new ones before they are written, so that a write which broke off can be repeated.</summary>
    /// <param name="files">The site's files; no two paths may be the same but for upper and lower case.</param>
    /// <param name="folder">The site's folder.</param>
    /// <param name="cancellationToken">Cancels between two files.</param>
    /// <exception cref="BadInputException">A file stands in the way that publishing did not write, or nothing can be written there.</exception>
    public static SiteChanges Write(IReadOnlyList<SiteFile> files, string folder, CancellationToken cancellationToken)
    {
        var before = SiteManifest.Read(folder);
        RefuseStrangers(files, before, folder);
        var now = new SiteManifest(1, new(before.Files, StringComparer.Ordinal));
        foreach (var file in files)
        {
            now.Files.TryAdd(file.Path, "");
        }

        now.Write(folder);
        var written = new List<string>();
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            written.AddRange(Write(file, folder, now) ? [file.Path] : []);
        }

        var (removed, kept) = Remove(before.Files.Keys.Except(files.Select(file => file.Path)), folder, now);
        now.Write(folder);
        return new SiteChanges(written, files.Count - written.Count, removed, kept);
    }

    /// <returns>Whether the file was not as it should be.</returns>
    private static bool Write(SiteFile file, string folder, SiteManifest manifest)
    {
        using var content = new MemoryStream();
        file.Write(content);
        var (bytes, path) = (content.GetBuffer().AsMemory(0, (int)content.Length), Path.Combine(folder, file.Path));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        manifest.Files[file.Path] = hash;
        if (HashOf(path) == hash)
        {
            return false;
        }

        WholeFile.Write(path, target => target.Write(bytes.Span));
        return true;
    }

    private static void RefuseStrangers(IReadOnlyList<SiteFile> files, SiteManifest manifest, string folder)
    {
        if (files.FirstOrDefault(file => !manifest.Files.ContainsKey(file.Path) && Path.Exists(Path.Combine(folder, file.Path))) is { } stranger)
        {
            throw new BadInputException(new(
                $"{Path.Combine(folder, stranger.Path)} is in the way: publishing did not write it, and does not write over it. Move it, or name another folder with --output.",
                $"{Path.Combine(folder, stranger.Path)} 不是发布时写的，不会覆盖它。请移走它，或用 --output 换一个文件夹。"));
        }
    }

    private static (List<string> Removed, List<string> Kept) Remove(IEnumerable<string> paths, string folder, SiteManifest manifest)
    {
        var (removed, kept) = (new List<string>(), new List<string>());
        foreach (var name in paths.ToList())
        {
            var path = Path.Combine(folder, name);
            var hash = HashOf(path);
            if (hash is not null && hash != manifest.Files[name])
            {
                kept.Add(name);
            }
            else if (hash is not null)
            {
                File.Delete(path);
                RemoveEmpty(Path.GetDirectoryName(path)!, folder);
                removed.Add(name);
            }

            manifest.Files.Remove(name);
        }

        return (removed, kept);
    }

    private static void RemoveEmpty(string inner, string folder)
    {
        while (Path.GetFullPath(inner) != Path.GetFullPath(folder) && !Directory.EnumerateFileSystemEntries(inner).Any())
        {
            Directory.Delete(inner);
            inner = Path.GetDirectoryName(inner)!;
        }
    }

    private static string? HashOf(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
