using Jinbang.Boards.Columns;
using Jinbang.Boards.Pages;
using Jinbang.Models;

namespace Jinbang.Boards.Sites;

/// <summary>A model's own page on a site: where it stands on every board.</summary>
internal static class ModelPage
{
    private static readonly Figure[] Left = [Figure.Model, Figure.House, Figure.Category];

    public static string Of(Site site, SiteMap map, SiteModel model)
    {
        var title = Plain.Text(model.Name);
        return PageFrame.Around(site.Language, new(title, title), "../index.html", html =>
        {
            html.Add("h1", title);
            html.Add("p", Facts(model.Scores[0].Row), ("class", "facts"));
            using var region = html.In("div", [("class", "scroll"), ("role", "region"), ("tabindex", "0"), .. html.Said("aria-label", new("Scores on all boards", "各榜成绩"))]);
            using var table = html.In("table", ("class", "board"));
            var columns = PageColumns.Of(new Board("", site.Language, [.. model.Scores.Select(score => score.Row with { Parts = [] })]), Left);
            using (html.In("thead"))
            using (html.In("tr"))
            {
                html.Add("th", new Phrase("Exam", "题库"), ("scope", "col"), ("class", "name"), ("data-sort", "text"));
                BoardSheet.ShowHeadings(html, columns, sorted: null);
            }

            using var body = html.In("tbody");
            foreach (var score in model.Scores)
            {
                ShowRow(html, map, columns, score);
            }
        });
    }

    private static Phrase Facts(BoardRow row)
    {
        string[] house = row.House.Length > 0 ? [Plain.Text(row.House)] : [];
        Phrase[] openness = row.Openness != Openness.Unknown ? [PageWords.Say(row.Openness)] : [];
        return new(
            string.Join(" · ", house.Concat(openness.Select(word => word.English))), string.Join(" · ", house.Concat(openness.Select(word => word.Chinese))));
    }

    private static void ShowRow(Html html, SiteMap map, IReadOnlyList<PageColumn> columns, SiteScore score)
    {
        using var line = html.In("tr");
        using (html.In("th", ("scope", "row"), ("class", "name")))
        {
            html.Add("a", PageWords.TitleOf(score.Board), ("href", map.Address(score.Board, "../")));
        }

        BoardSheet.ShowCells(html, columns, score.Row);
    }
}
