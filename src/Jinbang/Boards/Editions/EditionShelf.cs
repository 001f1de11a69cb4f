using System.Text.Json;
using System.Text.RegularExpressions;

namespace Jinbang.Boards.Editions;

/// <summary>The editions that were published from a folder of boards: a manifest of each under <c>editions/VERSION.json</c>, and what changed
/// in <c>CHANGELOG.md</c> and <c>CHANGELOG.zh-CN.md</c>.</summary>
public sealed partial class EditionShelf
{
    /// <summary>The folder of the manifests, within the folder of boards.</summary>
    public const string SubFolder = "editions";

    private const long LargestFile = 256 << 20;
    private readonly string folder;

    private EditionShelf(string folder, IReadOnlyList<EditionManifest> all) => (this.folder, All) = (folder, all);

    /// <summary>The editions, the oldest first: by date, those of one day by version.</summary>
    public IReadOnlyList<EditionManifest> All { get; }

    /// <summary>Reads the editions of a folder of boards; none when there are none.</summary>
    /// <exception cref="BadInputException">A manifest cannot be read.</exception>
    public static EditionShelf Open(string folder)
    {
        var files = new DirectoryInfo(Path.Combine(folder, SubFolder));
        var all = files.Exists ? files.GetFiles("*.json").Select(Read) : [];
        return new(folder, [.. all.OrderBy(edition => edition.Date).ThenBy(edition => edition.Version, VersionOrder.Instance)]);
    }

    /// <summary>The edition of a version, or null.</summary>
    public EditionManifest? Find(string version) => All.FirstOrDefault(edition => edition.Version == version);

    /// <summary>The edition before one; for a version that is not published yet the latest. Null when there is none.</summary>
    public EditionManifest? Before(string version) => Find(version) is { } known
        ? All.TakeWhile(edition => edition != known).LastOrDefault()
        : All is [.., var latest] ? latest : null;

    /// <summary>Publishes boards as an edition: writes its manifest and the section on it at the head of both changelogs, or in its place.</summary>
    /// <param name="manifest">The edition, with the boards as they are shown.</param>
    /// <param name="again">Whether another content may take the place of what was published under this version.</param>
    /// <returns>What changed since the edition before.</returns>
    /// <exception cref="BadInputException">The version cannot be a file's name, or was published with other content.</exception>
    public EditionDiff Publish(EditionManifest manifest, bool again)
    {
        if (!Name().IsMatch(manifest.Version))
        {
            throw new BadInputException(new(
                $"The version \"{manifest.Version}\" cannot name an edition: use letters, digits, dots, hyphens and low lines, such as v5.8 or 2026-11.",
                $"“{manifest.Version}”不能作为版次：只能用字母、数字、点、连字符和下划线，如 v5.8 或 2026-11。"));
        }

        // As it will be read again: JSON has no halves of characters.
        manifest = EditionJson.Read(EditionJson.Write(manifest));
        var published = Find(manifest.Version);
        if (published is not null && AreSame(published, manifest))
        {
            manifest = published;
        }
        else if (published is not null && !again)
        {
            throw new BadInputException(new(
                $"Edition {manifest.Version} was published on {published.Date:yyyy-MM-dd} with other content. Pages must not change silently: name a new version, or publish it --again.",
                $"{manifest.Version} 版已于 {published.Date:yyyy-MM-dd} 以不同的内容发布。已发布的页面不应悄悄改变：请换一个版次，或用 --again 重新发布。"));
        }

        ChangedFile.Write(Path.Combine(folder, SubFolder, manifest.Version + ".json"), EditionJson.Write(manifest));
        var diff = EditionDiff.Of(Open(folder).Before(manifest.Version), manifest);
        new ChangeLog(folder).Put(diff);
        return diff;
    }

    /// <summary>Marks the models of boards new that the edition before did not have; a board that it did not have marks nobody, and without an
    /// edition before boards are left as they are.</summary>
    /// <param name="boards">The boards of an edition.</param>
    /// <param name="version">The edition.</param>
    public IReadOnlyList<Board> WithNewModels(IReadOnlyList<Board> boards, string version)
    {
        var earlier = Before(version)?.Boards.ToDictionary(board => board.File, board => board.Rows.Select(row => row.Identity).ToHashSet());
        return earlier is null ? boards : [.. boards.Select(board => Marked(board, earlier.GetValueOrDefault(FileNames.For(board.FileName))))];
    }

    private static Board Marked(Board board, HashSet<(string, string?)>? earlier) =>
        board with { Rows = [.. board.Rows.Select(row => row with { IsNew = earlier?.Contains((row.Model, row.PublishedBy)) == false })] };

    private static bool AreSame(EditionManifest published, EditionManifest manifest) =>
        EditionJson.Write(published).AsSpan().SequenceEqual(EditionJson.Write(manifest with { Date = published.Date }));

    private static EditionManifest Read(FileInfo file)
    {
        try
        {
            return file.Length <= LargestFile ? EditionJson.Read(File.ReadAllBytes(file.FullName)) : throw new IOException($"more than {LargestFile >> 20} MB");
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new BadInputException(new(
                $"{file.FullName} is not a manifest of an edition: {fault.Message.TrimEnd('.')}. Restore it, or move it away.",
                $"{file.FullName} 不是版次清单：{fault.Message.TrimEnd('.')}。请恢复或移走该文件。"), fault);
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$")]
    private static partial Regex Name();
}
