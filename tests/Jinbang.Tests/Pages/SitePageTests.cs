using System.Text.RegularExpressions;
using Jinbang.Boards.Charts;
using Jinbang.Boards.Sites;
using Microsoft.Playwright;

namespace Jinbang.Tests.Pages;

[Collection(ChromiumGroup.Name)]
public sealed partial class SitePageTests(Chromium chromium) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jinbang-site-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_reader_goes_from_a_board_to_a_model_and_back()
    {
        await using var visit = await OpenAsync(Tree(), "index.html");
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("science");
        Assert.Equal(["Science"], await visit.Page.Locator(".shelf li:not([hidden]) a").AllInnerTextsAsync());
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Science" }).ClickAsync();
        Assert.Equal("Science", await visit.Page.Locator("h1").InnerTextAsync());
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "model-3", Exact = true }).ClickAsync();
        Assert.Equal("model-3", await visit.Page.Locator("h1").InnerTextAsync());
        Assert.Equal(["Letters", "Science"], (await visit.ColumnAsync("Exam")).Order());
        await visit.Page.Locator(".brand").ClickAsync();
        Assert.EndsWith("index.html", visit.Page.Url, StringComparison.Ordinal);
        Assert.Empty(visit.Faults);
        Assert.All(visit.Requests, address => Assert.StartsWith("file://", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_language_chosen_on_one_page_holds_on_the_next()
    {
        await using var visit = await OpenAsync(Tree(), "index.html");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "中文" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Letters" }).ClickAsync();
        Assert.Equal("下载本榜", await visit.Page.Locator("#files").InnerTextAsync());
    }

    [Theory]
    [InlineData("index.html", "")]
    [InlineData("boards", "Letters")]
    [InlineData("models", "model-3")]
    public async Task Axe_finds_no_serious_fault_and_a_phone_no_sideways_scroll(string place, string name)
    {
        await using var visit = await OpenAsync(Tree(), name.Length == 0 ? place : $"{place}/{name}.html", new() { ViewportSize = new() { Width = 360, Height = 740 } });
        Assert.Empty(await visit.SeriousFaultsAsync());
        Assert.Equal(0, await visit.SidewaysAsync());
    }

    [Fact]
    public async Task Hostile_names_stay_text_and_become_harmless_files()
    {
        var site = new Site(Language.English, [MadeUpBoards.HostilePage(), new(MadeUpBoards.Exam("../../up", 2)), new(MadeUpBoards.Exam("CON", 2)), new(MadeUpBoards.Exam("con", 2))]);
        await using var visit = await OpenAsync(site, "index.html");
        var links = await visit.Page.Locator("main a").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        Assert.True(links.Length > MadeUpBoards.Hostile.Length);
        foreach (var link in links)
        {
            await visit.Page.GotoAsync(link);
            Assert.Equal(1, await visit.Page.Locator("script").CountAsync());
        }

        Assert.Empty(visit.Faults);
        Assert.True(File.Exists(Path.Combine(folder, "boards", "_.._up.html")));
        Assert.True(File.Exists(Path.Combine(folder, "boards", "_con-2.html")));
    }

    [Fact]
    public void Every_link_of_a_site_leads_to_a_file_of_it()
    {
        Publish(Tree() with { Changelog = new("# Changes\n\n## v7 (2026-05-04)\n\n- New models: a", "# 更新\n\n## v7 (2026-05-04)\n\n- 新增模型：a") });
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList();
        var links = files.Where(file => file.EndsWith(".html", StringComparison.Ordinal))
            .SelectMany(file => Link().Matches(File.ReadAllText(file)).Select(link => (file, link.Groups[1].Value))).ToList();
        Assert.True(links.Count > 60);
        Assert.All(links.Where(link => !link.Value.StartsWith('#')), link => Assert.True(
            File.Exists(Path.Combine(Path.GetDirectoryName(link.file)!, Uri.UnescapeDataString(link.Value))), $"{link.Value} in {link.file}"));
    }

    private static Site Tree()
    {
        var (letters, science) = (MadeUpBoards.Exam("Letters", 6), MadeUpBoards.Exam("Science", 4));
        return new Site(Language.English, [new(letters), new(science)])
        {
            Edition = "v7",
            Groups = [new(new("Schools", "学校")) { Groups = [new(new("Nature", "自然")) { Boards = [science] }] }],
        };
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Link();

    private void Publish(Site site) => SiteWriter.Write(SiteFiles.Of(site, new Fonts([])).Files, folder, TestContext.Current.CancellationToken);

    private Task<Visit> OpenAsync(Site site, string page, BrowserNewContextOptions? options = null)
    {
        Publish(site);
        return chromium.OpenAsync(Path.Combine(folder, page), options);
    }
}
