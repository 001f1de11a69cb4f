using System.Text;
using Jinbang.Boards.Charts;
using Jinbang.Boards.Formats;
using Jinbang.Boards.Pages;

namespace Jinbang.Boards.Sites;

/// <summary>The files of a site: pages to read, and every board in every format.</summary>
public static class SiteFiles
{
    /// <summary>The files, none of them made yet.</summary>
    /// <param name="site">What is published.</param>
    /// <param name="fonts">Letters for pictures of pixels; boards whose letters they lack show the SVG instead.</param>
    public static SitePlan Of(Site site, Fonts fonts)
    {
        var map = SiteMap.Of(site);
        var leftOut = new HashSet<Phrase>();
        SiteFile[] files =
        [
            Page("index.html", () => IndexPage.Of(site, map)),
            .. site.Changelog is { } changelog ? Changelog(site, changelog) : [],
            .. site.Boards.SelectMany(page => Files(site, map, page, Covering(fonts, page, site.Language, leftOut))),
            .. map.Models.Select(model => Page($"models/{map.ModelNames[model.Name]}.html", () => ModelPage.Of(site, map, model))),
        ];
        return new SitePlan(files, [.. leftOut]);
    }

    private static SiteFile[] Changelog(Site site, Phrase changelog) =>
    [
        Page("changelog.html", () => ChangelogPage.Of(site, changelog)),
        Text("CHANGELOG.md", changelog.English), Text("CHANGELOG.zh-CN.md", changelog.Chinese),
    ];

    /// <summary>The fonts if they have all letters of the board's pictures; else null.</summary>
    private static Fonts? Covering(Fonts fonts, PageBoard page, Language language, HashSet<Phrase> leftOut)
    {
        try
        {
            using var faces = fonts.Covering(string.Concat(page.PicturesIn(language).Select(picture => picture.AllText(Frame.Page))));
            return fonts;
        }
        catch (BadInputException lack)
        {
            leftOut.Add(lack.Problem);
            return null;
        }
    }

    private static IEnumerable<SiteFile> Files(Site site, SiteMap map, PageBoard page, Fonts? fonts)
    {
        var name = map.BoardNames[page.Board.FileName];
        var board = page.Board with { FileName = name };
        var picture = fonts is null ? "svg" : "png";
        return
        [
            Page($"boards/{name}.html", () => BoardPage.Of(site, map, page)),
            Data($"{name}.seed.md", board.In(Language.Chinese), board.Family is null ? new SeedMarkdownFormat("../pic", picture) : new FamilyMarkdownFormat()),
            Data($"{name}.zh.md", board.In(Language.Chinese), new MarkdownFormat("../pic", picture)),
            Data($"{name}.en.md", board.In(Language.English), new MarkdownFormat("../pic", picture)),
            .. new BoardFormat[] { new CsvFormat(), new JsonFormat(), new XlsxFormat(), new ParquetFormat() }
                .Select(format => Data($"{name}.{format.Extension}", board.In(site.Language), format)),
            .. Pictures(name, page, site.Language, fonts),
        ];
    }

    private static IEnumerable<SiteFile> Pictures(string name, PageBoard page, Language language, Fonts? fonts)
    {
        PictureFormat[] formats = [new SvgFormat(), new SvgFormat(Theme.Dark), .. fonts is null ? [] : new PictureFormat[] { new PngFormat(fonts) }];
        return formats.SelectMany(format => page.PicturesIn(language)
            .Select(picture => new SiteFile($"pic/{name}{format.EndingOf(picture)}", output => format.Write(picture, output))));
    }

    private static SiteFile Data(string name, Board board, BoardFormat format) => new($"data/{name}", output => format.Write(board, output));

    private static SiteFile Page(string path, Func<string> html) => new(path, output => output.Write(Encoding.UTF8.GetBytes(html())));

    private static SiteFile Text(string path, string text) => new(path, output => output.Write(Encoding.UTF8.GetBytes(text)));
}
