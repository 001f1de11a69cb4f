using System.Text.Encodings.Web;

namespace Jinbang.Boards.Sites;

/// <summary>Where the pages of a site stand.</summary>
/// <param name="BoardNames">The names of boards' files, by <see cref="Board.FileName"/>.</param>
/// <param name="ModelNames">The names of models' pages.</param>
/// <param name="Models">The models of all boards, by name.</param>
internal sealed record SiteMap(SiteNames BoardNames, SiteNames ModelNames, IReadOnlyList<SiteModel> Models)
{
    public static SiteMap Of(Site site)
    {
        var models = site.Boards
            .SelectMany(page => page.Board.Rows.Select(row => new SiteScore(page.Board, row)))
            .GroupBy(score => score.Row.Model, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SiteModel(group.Key, [.. group])).ToList();
        return new(
            new SiteNames(site.Boards.Select(page => page.Board.FileName)), new SiteNames(models.Select(model => model.Name)), models);
    }

    /// <summary>The address of a board's page.</summary>
    /// <param name="board">The board.</param>
    /// <param name="from">How to come to the site's folder: "" or "../".</param>
    public string Address(Board board, string from) => $"{from}boards/{Segment(BoardNames[board.FileName])}.html";

    /// <summary>The address of a model's page.</summary>
    public string Address(string model, string from) => $"{from}models/{Segment(ModelNames[model])}.html";

    /// <summary>The address of a file with a board's data, from another folder of the site.</summary>
    public string Data(Board board, string ending) => $"../data/{Segment(BoardNames[board.FileName])}.{ending}";

    private static string Segment(string name) => UrlEncoder.Default.Encode(name);
}
