using Jinbang.Boards.Pages;

namespace Jinbang.Boards.Sites;

/// <summary>A board's own page on a site.</summary>
internal static class BoardPage
{
    private static readonly (string Ending, Phrase Word)[] Files =
    [
        ("zh.md", new("Markdown (Chinese)", "Markdown（中文）")), ("en.md", new("Markdown (English)", "Markdown（英文）")), ("seed.md", new("Markdown (public form)", "Markdown（公开榜样式）")),
        ("csv", new("CSV", "CSV")), ("xlsx", new("Excel", "Excel")), ("json", new("JSON", "JSON")), ("parquet", new("Parquet", "Parquet")),
    ];

    public static string Of(Site site, SiteMap map, PageBoard page) => PageFrame.Around(site.Language, PageWords.TitleOf(page.Board), "../index.html", html =>
    {
        html.Models = model => map.Address(model, "../");
        BoardSection.Show(html, page, "board", "h1");
        ShowFiles(html, map, page.Board);
        MethodSection.Show(html, [page.Board]);
    });

    private static void ShowFiles(Html html, SiteMap map, Board board)
    {
        using var section = html.In("section", ("class", "sheet"), ("aria-labelledby", "files"));
        html.Add("h2", new Phrase("This board as a file", "下载本榜"), ("id", "files"));
        using var list = html.In("ul", ("class", "files"));
        foreach (var (ending, word) in Files)
        {
            using var item = html.In("li");
            html.Add("a", word, ("href", map.Data(board, ending)), ("download", ""));
        }
    }
}
