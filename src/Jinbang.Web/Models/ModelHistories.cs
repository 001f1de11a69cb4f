using Jinbang.Boards;
using Jinbang.Boards.Editions;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Models;

/// <summary>What models had in the editions that were published. Only the scores are kept: manifests take many times their room.</summary>
/// <param name="open">The workspace.</param>
internal sealed class ModelHistories(OpenWorkspace open)
{
    // Besides the model itself as many as a picture can name.
    private const int Beside = 5;

    private readonly Lock turn = new();
    private (string Stamp, IReadOnlyList<ScoreHistory> Histories) read = ("", []);

    /// <summary>The histories of boards that have the model, in the order of the boards, the model being the first of each.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="boards">The boards.</param>
    /// <exception cref="BadInputException">A manifest cannot be read.</exception>
    public IReadOnlyList<ScoreHistory> Of(string model, IEnumerable<Board> boards)
    {
        var known = Read().ToDictionary(history => history.File);
        return [.. boards.Select(board => known.GetValueOrDefault(FileNames.For(board.FileName))).OfType<ScoreHistory>().Select(history => First(history, model)).OfType<ScoreHistory>()];
    }

    private IReadOnlyList<ScoreHistory> Read()
    {
        var folder = open.Workspace.Locate(open.Workspace.Boards);
        var files = new DirectoryInfo(Path.Combine(folder, EditionShelf.SubFolder));
        var stamp = files.Exists ? string.Join('|', files.GetFiles("*.json").Select(file => $"{file.FullName} {file.LastWriteTimeUtc.Ticks} {file.Length}").Order(StringComparer.Ordinal)) : "";
        using var own = turn.EnterScope();
        if (read.Stamp != stamp)
        {
            read = (stamp, ScoreHistory.Of(EditionShelf.Open(folder).All));
        }

        return read.Histories;
    }

    private static ScoreHistory? First(ScoreHistory history, string model) =>
        history.Models.FirstOrDefault(line => line.Model == model) is { } own && own.Accuracies.Any(share => share is not null)
            ? history with { Models = [own, .. history.Models.Where(line => line != own).Take(Beside)] }
            : null;
}
