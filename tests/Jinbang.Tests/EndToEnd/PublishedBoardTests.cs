using Jinbang.Tests.Boards.Published;

namespace Jinbang.Tests.EndToEnd;

public sealed class PublishedBoardTests : IDisposable
{
    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task A_published_page_is_imported_and_printed_back_to_the_byte()
    {
        var page = stranger.Write("page.md", SeenPages.Seed);
        (await stranger.RunAsync("import", page, "--source", "https://example.org/b")).Expect(0).Names("3 models imported", "https://example.org/b", "甲-pro");

        var printed = (await stranger.RunAsync("board", "识图", "--style", "seed")).Expect(0);

        Assert.Equal(SeenPages.Seed, printed.Output);
        Assert.Equal(SeenPages.Seed, stranger.Read("boards/识图.md"));
    }

    [Fact]
    public async Task Published_figures_stand_beside_ours_when_that_is_asked_for()
    {
        stranger.Write("e.csv", "id,question,A,B,answer\n1,Which?,x,y,A\n2,What?,x,y,B\n");
        (await stranger.RunAsync("import", stranger.Write("log.csv", "model,question_id,picked\nours,1,A\nours,2,A\n"), "--exam", "e.csv")).Expect(0);
        var before = stranger.Read("boards/e.json");
        (await stranger.RunAsync("import", stranger.Write("p.csv", "model,avg\ntheirs,75\n"), "--title", "e")).Expect(0);

        var apart = (await stranger.RunAsync("board", "--exam", "e.csv")).Expect(0);
        Assert.Equal(before, stranger.Read("boards/e.json"));
        Assert.Contains("--published beside", apart.Errors, StringComparison.Ordinal);

        (await stranger.RunAsync("board", "e.csv", "--published", "beside")).Expect(0).Names("theirs †", "not measured here");
        (await stranger.RunAsync("board", "e", "--published", "only", "--json")).Expect(0).Names("theirs");
        (await stranger.RunAsync("board", "nobody")).Expect(2).Names("nobody");
    }
}
