using Jinbang.Boards;
using Jinbang.Boards.Editions;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Models;

/// <summary>What a model had in the editions that were published.</summary>
/// <param name="open">The workspace.</param>
internal sealed class ModelHistories(OpenWorkspace open)
{
    // Besides the model itself as many as a picture can name.
    private const int Beside = 5;

    /// <summary>The histories of boards that have the model, in the order of the boards, the model being the first of each.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="boards">The boards.</param>
    /// <exception cref="BadInputException">A manifest cannot be read.</exception>
    public IReadOnlyList<ScoreHistory> Of(string model, IEnumerable<Board> boards)
    {
        var histories = ScoreHistory.Of(EditionShelf.Open(open.Workspace.Locate(open.Workspace.Boards)).All);
        return [.. boards.Select(board => histories.FirstOrDefault(history => history.IsOf(board))).OfType<ScoreHistory>().Select(history => First(history, model)).OfType<ScoreHistory>()];
    }

    private static ScoreHistory? First(ScoreHistory history, string model) =>
        history.Models.FirstOrDefault(line => line.Model == model) is { } own && own.Accuracies.Any(share => share is not null)
            ? history with { Models = [own, .. history.Models.Where(line => line != own).Take(Beside)] }
            : null;
}
