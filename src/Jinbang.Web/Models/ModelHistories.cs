using Jinbang.Boards.Editions;
using Jinbang.Web.Layout;
using Jinbang.Web.Workspaces;

namespace Jinbang.Web.Models;

/// <summary>What a model had in the editions that were published.</summary>
/// <param name="open">The workspace.</param>
internal sealed class ModelHistories(OpenWorkspace open)
{
    // Besides the model itself as many as a picture can name.
    private const int Beside = 5;

    /// <summary>The histories of the boards that have the model, it being the first of their models.</summary>
    /// <exception cref="BadInputException">A manifest cannot be read.</exception>
    public async Task<IReadOnlyList<ScoreHistory>> OfAsync(string model, Reader reader)
    {
        var hidden = (await open.ExamsAsync()).Where(exam => !reader.MaySee(exam)).Select(exam => exam.Name).ToHashSet();
        var editions = EditionShelf.Open(open.Workspace.Locate(open.Workspace.Boards)).All;
        // A field may rest on exams that this reader must not know of.
        return [.. ScoreHistory.Of(editions)
            .Where(history => !hidden.Contains(history.File) && (hidden.Count == 0 || editions.All(edition => edition.Boards.All(board => board.File != history.File || !board.IsRollUp))))
            .Select(history => First(history, model)).OfType<ScoreHistory>()];
    }

    private static ScoreHistory? First(ScoreHistory history, string model) =>
        history.Models.FirstOrDefault(line => line.Model == model) is { } own && own.Accuracies.Any(share => share is not null)
            ? history with { Models = [own, .. history.Models.Where(line => line != own).Take(Beside)] }
            : null;
}
