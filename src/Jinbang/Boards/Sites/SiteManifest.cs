using System.Text.Json;

namespace Jinbang.Boards.Sites;

/// <summary>What publishing has written into a folder, so that it never takes away what is somebody else's.</summary>
/// <param name="Schema">The form of the file; 1.</param>
/// <param name="Files">Each file's path from the folder, and the SHA-256 of its content; empty while it is not known to be written.</param>
internal sealed record SiteManifest(int Schema, SortedDictionary<string, string> Files)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "jinbang-site.json";

    /// <summary>Reads the manifest of a folder; an empty one when there is none.</summary>
    /// <exception cref="BadInputException">The file cannot be used.</exception>
    public static SiteManifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return new SiteManifest(1, new(StringComparer.Ordinal));
        }

        try
        {
            using var file = File.OpenRead(path);
            var manifest = JsonSerializer.Deserialize(file, SiteJson.Default.SiteManifest);
            return manifest is { Schema: 1, Files: not null } && manifest.Files.Keys.All(IsInside)
                ? manifest with { Files = new(manifest.Files, StringComparer.Ordinal) }
                : throw new JsonException();
        }
        catch (JsonException fault)
        {
            throw new BadInputException(new(
                $"{path} is damaged: what publishing wrote earlier is not known. Publish into an empty folder.",
                $"{path} 已损坏，无法得知以前发布了哪些文件。请发布到空文件夹。"), fault);
        }
    }

    /// <summary>Writes it into the folder.</summary>
    public void Write(string folder) =>
        WholeFile.Write(Path.Combine(folder, FileName), file => JsonSerializer.Serialize(file, this, SiteJson.Default.SiteManifest));

    private static bool IsInside(string path) =>
        path.Length > 0 && !Path.IsPathRooted(path) && !path.Contains('\\') && path.Split('/').All(part => part is not ("" or "." or ".."));
}
