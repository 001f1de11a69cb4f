using System.Globalization;
using Jinbang.Boards.Pages;

namespace Jinbang.Boards.Sites;

/// <summary>A site's first page: its boards, in their groups, and its models.</summary>
internal static class IndexPage
{
    private static readonly Phrase Title = new("Boards", "榜单");

    public static string Of(Site site, SiteMap map) => PageFrame.Around(site.Language, Title, "index.html", html =>
    {
        html.Add("h1", Title);
        html.Add("p", Facts(site, map), ("class", "facts"));
        if (site.Changelog is not null)
        {
            using (html.In("p"))
            {
                html.Add("a", new Phrase("What changed from edition to edition", "各版变化"), ("href", "changelog.html"));
            }
        }

        ShowSearch(html);
        using (html.In("section", [("class", "shelf"), .. html.Said("aria-label", Title)]))
        {
            foreach (var group in site.Groups)
            {
                Show(html, map, group);
            }

            var grouped = site.Groups.SelectMany(All).Select(board => board.FileName).ToHashSet(StringComparer.Ordinal);
            ShowBoards(html, map, site.Boards.Select(page => page.Board).Where(board => !grouped.Contains(board.FileName)));
        }

        ShowModels(html, map);
    });

    private static Phrase Facts(Site site, SiteMap map)
    {
        var date = site.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var edition = site.Edition is { } named ? Plain.Text(named) : null;
        return new(
            string.Join(" · ", new[] { $"{site.Boards.Count} boards", Words.Models(map.Models.Count).English, edition is null ? null : $"edition {edition}", date }.OfType<string>()),
            string.Join(" · ", new[] { $"{site.Boards.Count} 个榜", Words.Models(map.Models.Count).Chinese, edition is null ? null : $"版次 {edition}", date }.OfType<string>()));
    }

    private static IEnumerable<Board> All(SiteGroup group) =>
        [.. group.Whole is { } whole ? [whole] : Array.Empty<Board>(), .. group.Boards, .. group.Groups.SelectMany(All)];

    private static void ShowSearch(Html html)
    {
        using var form = html.In("form", [("class", "filters"), ("hidden", ""), ("role", "search"), ("data-search", ".shelf li"), .. html.Said("aria-label", new("Find a board or a model", "查找榜单或模型"))]);
        html.Empty("input", [("type", "search"), ("name", "text"), ("autocomplete", "off"), .. html.Said("placeholder", new("Exam or model", "题库或模型")), ("aria-label", "Exam or model / 题库或模型")]);
    }

    private static void Show(Html html, SiteMap map, SiteGroup group)
    {
        using var shelf = html.In("details", ("open", ""));
        html.Add("summary", new Phrase(Plain.Text(group.Name.English), Plain.Text(group.Name.Chinese)));
        ShowBoards(html, map, group.Boards, group.Whole);
        foreach (var inner in group.Groups)
        {
            Show(html, map, inner);
        }
    }

    private static void ShowBoards(Html html, SiteMap map, IEnumerable<Board> boards, Board? whole = null)
    {
        var list = boards.ToList();
        if (list.Count == 0 && whole is null)
        {
            return;
        }

        using var items = html.In("ul");
        if (whole is not null)
        {
            var title = PageWords.TitleOf(whole);
            ShowBoard(html, map, whole, new($"{title.English}: all together", $"{title.Chinese}：汇总"));
        }

        foreach (var board in list)
        {
            ShowBoard(html, map, board, PageWords.TitleOf(board));
        }
    }

    private static void ShowBoard(Html html, SiteMap map, Board board, Phrase title)
    {
        using var item = html.In("li");
        html.Add("a", title, ("href", map.Address(board, "")));
        if (board.Rows is [{ Accuracy: { } share } first, ..])
        {
            html.Add("small", $"{Plain.Text(first.Model)} {Figures.Percent(share)}");
        }
    }

    private static void ShowModels(Html html, SiteMap map)
    {
        using var section = html.In("section", ("class", "sheet shelf"), ("aria-labelledby", "models"));
        html.Add("h2", new Phrase("Models", "模型"), ("id", "models"));
        using var items = html.In("ul");
        foreach (var model in map.Models)
        {
            using var item = html.In("li");
            html.Add("a", Plain.Text(model.Name), ("href", map.Address(model.Name, "")));
            html.Add("small", new Phrase(model.Scores.Count == 1 ? "1 board" : $"{model.Scores.Count} boards", $"{model.Scores.Count} 个榜"));
        }
    }
}
