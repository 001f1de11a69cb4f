using Jinbang.Boards.Charts;
using Jinbang.Boards.Columns;
using Jinbang.Boards.Formats;

namespace Jinbang.Boards.Pages;

/// <summary>A board on a page, with all that belongs to it.</summary>
internal static class BoardSection
{
    /// <summary>Writes it.</summary>
    /// <param name="html">The page.</param>
    /// <param name="page">The board.</param>
    /// <param name="id">Identifies it on the page.</param>
    /// <param name="heading">The element of its heading.</param>
    public static void Show(Html html, PageBoard page, string id, string heading)
    {
        var board = page.Board;
        using var section = html.In("section", ("class", "sheet"), ("id", id), ("aria-labelledby", $"{id}-title"));
        html.Add(heading, PageWords.TitleOf(board), ("id", $"{id}-title"));
        html.Add("p", PageWords.FactsOf(board), ("class", "facts"));
        BoardSheet.Show(html, board, id);
        ShowRepeats(html, board);
        ShowRemarks(html, board);
        ShowPictures(html, page);
        CaseList.Show(html, page.Cases);
    }

    private static void ShowRepeats(Html html, Board board)
    {
        var columns = RepeatColumns.Of(board);
        if (columns.Count == 0)
        {
            return;
        }

        using var repeats = html.In("details", ("open", ""));
        html.Add("summary", new Phrase("What repeats have shown", "多遍作答的情况"));
        using var region = html.In("div", [("class", "scroll"), ("role", "region"), ("tabindex", "0"), .. html.Said("aria-label", new("Repeats", "多遍作答"))]);
        using var table = html.In("table");
        using (html.In("thead"))
        using (html.In("tr"))
        {
            html.Add("th", Words.Model, ("scope", "col"), ("class", "name"));
            foreach (var column in columns)
            {
                html.Add("th", column.Heading, ("scope", "col"), ("class", "n"));
            }
        }

        using var body = html.In("tbody");
        foreach (var row in board.Rows.Where(row => row.Repeats is not null))
        {
            using var line = html.In("tr");
            html.Add("th", Plain.Text(row.Model), ("scope", "row"), ("class", "name"));
            foreach (var column in columns)
            {
                html.Add("td", column.Show(row.Repeats!), ("class", "n"));
            }
        }
    }

    private static void ShowRemarks(Html html, Board board)
    {
        var remarks = PageWords.RemarksOn(board).ToList();
        if (remarks.Count == 0)
        {
            return;
        }

        using var list = html.In("ul", ("class", "remarks"));
        foreach (var remark in remarks)
        {
            html.Add("li", remark);
        }
    }

    private static void ShowPictures(Html html, PageBoard page)
    {
        using var pictures = html.In("details", ("class", "pictures"), ("open", ""));
        html.Add("summary", new Phrase("Pictures", "图表"));
        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var picture in page.PicturesIn(language))
            {
                Show(html, picture, Frame.Page, language.Code() + " wide");
                Show(html, picture, Frame.Phone, language.Code() + " narrow");
            }
        }
    }

    private static void Show(Html html, Picture picture, Frame frame, string style)
    {
        using var figure = html.In("figure", ("class", style));
        using var drawn = new MemoryStream();
        new SvgFormat(Theme.Variables, frame).Write(picture, drawn);
        html.Own(PageAssets.Markup(drawn));
    }
}
