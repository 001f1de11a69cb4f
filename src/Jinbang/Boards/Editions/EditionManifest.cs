namespace Jinbang.Boards.Editions;

/// <summary>What was published as one edition.</summary>
/// <param name="Version">Its name, such as v5.8 or 2026-11.</param>
/// <param name="Date">The day it was published.</param>
/// <param name="Boards">Its boards, in the order of their file names.</param>
public sealed record EditionManifest(string Version, DateOnly Date, IReadOnlyList<EditionBoard> Boards)
{
    /// <summary>The form of the file; a change that readers would notice raises it.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The rules and weights that roll-ups were made by (<see cref="Editions.Framework"/>); null without roll-ups.</summary>
    public IReadOnlyDictionary<string, string>? Framework { get; init; }

    /// <summary>The manifest of boards as they are to be published.</summary>
    /// <param name="version">The edition's name.</param>
    /// <param name="date">The day.</param>
    /// <param name="boards">The boards.</param>
    /// <exception cref="BadInputException">Two boards have one file name.</exception>
    public static EditionManifest Of(string version, DateOnly date, IEnumerable<Board> boards)
    {
        var listed = boards.Select(EditionBoard.Of).OrderBy(board => board.File, StringComparer.Ordinal).ToList();
        return listed.GroupBy(board => board.File).FirstOrDefault(group => group.Count() > 1) is not { } twins
            ? new(version, date, listed)
            : throw new BadInputException(new(
                $"Two boards are named {twins.Key}: they would overwrite each other.", $"有两个榜单都叫 {twins.Key}，会互相覆盖。"));
    }
}
