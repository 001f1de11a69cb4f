using Jinbang.Boards;
using Jinbang.Models;
using Jinbang.Runs;

namespace Jinbang.Workspaces;

/// <summary>Tells of a board's models what the catalogue knows of them, so that they can be chosen by it.</summary>
/// <param name="catalogue">The catalogue.</param>
public sealed class BoardFacts(Catalogue catalogue)
{
    /// <summary>What the catalogue knows that a workspace uses.</summary>
    /// <exception cref="BadInputException">The workspace's own catalogue cannot be used.</exception>
    public static BoardFacts Of(Workspace workspace) => new(Catalogue.Load(
        workspace.Catalogue is { } own ? workspace.Locate(own) : null, workspace.Fx is { } rates ? workspace.Locate(rates) : null));

    /// <summary>The same board with what is known; what is not stays unknown, and what the rows say stands.</summary>
    public Board AddedTo(Board board) => board with { Rows = [.. board.Rows.Select(AddedTo)] };

    private BoardRow AddedTo(BoardRow row)
    {
        var name = catalogue.Listed(row.Model) is null && Hosting.Split(row.Model) is { } split ? split.Model : row.Model;
        return catalogue.Listed(name) is not { } listed ? row : row with
        {
            House = row.House.Length > 0 ? row.House : listed.House,
            Openness = row.Openness is Openness.Unknown ? listed.Openness : row.Openness,
            Facts = row.Facts == ModelFacts.None ? listed.Facts : row.Facts,
            Thinks = row.Thinks ?? listed.Thinks,
            Price = row.Price ?? PriceOf(listed),
        };
    }

    private Price? PriceOf(ListedModel listed) =>
        listed.At(null) is { Price: { } price } model ? catalogue.Priced(model, price.Date).Price : null;
}
