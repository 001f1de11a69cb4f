using System.Text;
using Jinbang.Boards.Charts;
using Jinbang.Boards.Sites;
using Jinbang.Tests.Pages;

namespace Jinbang.Tests.Boards;

public sealed class SiteWriterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jinbang-site-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_same_boards_published_again_change_nothing()
    {
        var site = new Site(Language.Chinese, [MadeUpBoards.Page(), new(MadeUpBoards.Exam("Second", 5))]);
        var first = SiteWriter.Write(SiteFiles.Of(site, new Fonts([])).Files, folder, TestContext.Current.CancellationToken);
        Assert.True(first.Written.Count > 20);
        var times = Times();

        var second = SiteWriter.Write(SiteFiles.Of(site, new Fonts([])).Files, folder, TestContext.Current.CancellationToken);
        Assert.Empty(second.Written);
        Assert.Equal(first.Written.Count, second.Unchanged);
        Assert.Equal(times, Times());
    }

    [Fact]
    public void Only_what_a_changed_board_concerns_is_rewritten()
    {
        Write(("index.html", "a"), ("boards/a.html", "b"), ("boards/b.html", "c"));
        var changes = Write(("index.html", "a"), ("boards/a.html", "changed"), ("boards/b.html", "c"));
        Assert.Equal(["boards/a.html"], changes.Written);
        Assert.Equal(2, changes.Unchanged);
        Assert.Equal("changed", File.ReadAllText(Path.Combine(folder, "boards/a.html")));
    }

    [Fact]
    public void What_is_no_longer_published_goes_and_what_others_put_there_stays()
    {
        Write(("index.html", "a"), ("boards/old.html", "b"), ("boards/edited.html", "c"));
        File.WriteAllText(Path.Combine(folder, "boards/edited.html"), "by hand");
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "mine");
        var changes = Write(("index.html", "a"));
        Assert.Equal(["boards/old.html"], changes.Removed);
        Assert.Equal(["boards/edited.html"], changes.Kept);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(folder, "notes.txt")));
        Assert.Equal("by hand", File.ReadAllText(Path.Combine(folder, "boards/edited.html")));
    }

    [Fact]
    public void Folders_that_publishing_emptied_go_too()
    {
        Write(("index.html", "a"), ("boards/deep/old.html", "b"));
        Write(("index.html", "a"));
        Assert.False(Directory.Exists(Path.Combine(folder, "boards")));
    }

    [Fact]
    public void A_stranger_s_file_is_never_written_over()
    {
        File.WriteAllText(Path.Combine(folder, "index.html"), "mine");
        var fault = Assert.Throws<BadInputException>(() => Write(("index.html", "a")));
        Assert.Contains("index.html", fault.Problem.English, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(folder, "index.html")));
    }

    [Fact]
    public void A_publication_that_broke_off_is_taken_up_again()
    {
        var files = new SiteFile[] { File_("index.html", "a"), new("boards/a.html", _ => throw new IOException("The disk is full.")) };
        Assert.Throws<IOException>(() => SiteWriter.Write(files, folder, TestContext.Current.CancellationToken));
        Assert.Equal(["boards/a.html"], Write(("index.html", "a"), ("boards/a.html", "b")).Written);
    }

    [Theory]
    [InlineData("{\"schema\":1,\"files\":{\"../up.txt\":\"x\"}}")]
    [InlineData("{\"schema\":1,\"files\":{\"/etc/passwd\":\"x\"}}")]
    [InlineData("{\"schema\":9,\"files\":{}}")]
    [InlineData("{\"schema\":1}")]
    [InlineData("not json")]
    public void A_manifest_that_leads_outside_or_cannot_be_read_is_refused(string manifest)
    {
        File.WriteAllText(Path.Combine(folder, "jinbang-site.json"), manifest);
        Assert.Contains("jinbang-site.json", Assert.Throws<BadInputException>(() => Write(("index.html", "a"))).Problem.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_font_pages_show_the_svg_and_the_reader_is_told()
    {
        var plan = SiteFiles.Of(new Site(Language.English, [new(MadeUpBoards.Exam("Letters", 2)), new(MadeUpBoards.Exam("Science", 2))]), new Fonts([]));
        Assert.DoesNotContain(plan.Files, file => file.Path.EndsWith(".png", StringComparison.Ordinal));
        Assert.Contains("pic/Letters.dark.svg", plan.Files.Select(file => file.Path));
        Assert.All(plan.LeftOut, missing => Assert.Contains("fonts-noto-cjk", missing.English, StringComparison.Ordinal));
        Assert.NotEmpty(plan.LeftOut);
        using var page = new MemoryStream();
        plan.Files.Single(file => file.Path == "data/Letters.en.md").Write(page);
        Assert.Contains("](../pic/Letters.svg)", Encoding.UTF8.GetString(page.ToArray()), StringComparison.Ordinal);
    }

    private static SiteFile File_(string path, string text) => new(path, output => output.Write(Encoding.UTF8.GetBytes(text)));

    private SiteChanges Write(params (string Path, string Text)[] files) =>
        SiteWriter.Write([.. files.Select(file => File_(file.Path, file.Text))], folder, TestContext.Current.CancellationToken);

    private Dictionary<string, DateTime> Times() => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("jinbang-site.json", StringComparison.Ordinal)).ToDictionary(file => file, File.GetLastWriteTimeUtc);
}
