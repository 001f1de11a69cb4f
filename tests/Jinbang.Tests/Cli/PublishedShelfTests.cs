using Jinbang.Boards.Formats;
using Jinbang.Boards.Published;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Tests.Boards;
using Jinbang.Tests.Boards.Published;
using Jinbang.Tests.Runs;
using Jinbang.Workspaces;

namespace Jinbang.Tests.Cli;

public sealed class PublishedShelfTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly PublishedText Page = new("img-2026", SeenPages.Seed);

    [Theory]
    [InlineData("识图")]
    [InlineData("img-2026")]
    [InlineData("img-2026.md")]
    [InlineData("elsewhere/img-2026.md")]
    public async Task An_imported_page_is_found_again_and_prints_back_to_the_byte(string name)
    {
        await using var ledger = Open();
        var shelf = new PublishedShelf(ledger);
        await shelf.AddAsync(Page, new(), "https://example.org/b", Monday, Token);

        var board = Assert.Single(await shelf.FindAsync(name, Token));

        Assert.Equal(SeenPages.Seed, SmallBoard.Text(new SeedMarkdownFormat(), board));
        Assert.All(board.Rows, row => Assert.Equal("https://example.org/b, 2026-03-02", row.PublishedBy));
        Assert.Equal("识图", Assert.Single(await shelf.FindAsync(null, Token)).Title);
        Assert.Empty(await shelf.FindAsync("other", Token));
    }

    [Fact]
    public async Task A_later_import_stands_before_the_earlier_and_tells_what_changed()
    {
        await using var ledger = Open();
        var shelf = new PublishedShelf(ledger);
        var first = Assert.Single(await shelf.AddAsync(Page, new(), null, Monday, Token));
        Assert.Equal("识图: 3 models imported.", first.News.English);

        var later = SeenPages.Seed.Replace("92.5%", "95.0%").Replace("乙-7b", "丁-7b");
        var second = Assert.Single(await shelf.AddAsync(new("img-2026", later), new(), null, Monday.AddDays(7), Token));

        Assert.Equal("识图: stands before the import of 2026-03-02, which is kept; 1 models added (丁-7b), 1 gone (乙-7b), 1 changed (甲-pro).", second.News.English);
        Assert.Equal(later, SmallBoard.Text(new SeedMarkdownFormat(), Assert.Single(await shelf.FindAsync("识图", Token))));
    }

    [Fact]
    public async Task The_same_import_again_changes_nothing()
    {
        await using var ledger = Open();
        var shelf = new PublishedShelf(ledger);
        await shelf.AddAsync(Page, new(), null, Monday, Token);
        var again = Assert.Single(await shelf.AddAsync(Page, new(), null, Monday.AddDays(1), Token));

        Assert.Contains("0 models added, 0 gone, 0 changed", again.News.English, StringComparison.Ordinal);
        Assert.Equal(Monday, (await ledger.PublicationsAsync(null, Token).SingleAsync(Token)).ImportedAt);
    }

    [Fact]
    public async Task What_was_told_at_import_is_kept()
    {
        await using var ledger = Open();
        var shelf = new PublishedShelf(ledger);
        await shelf.AddAsync(new("lb", "model,avg,arc\na,50,10\nb,40,20\n"), new() { Title = "Mine", Questions = 100, Score = "arc" }, null, Monday, Token);

        var board = Assert.Single(await shelf.FindAsync("Mine", Token));

        Assert.Equal((100, "b"), (board.Questions, board.Rows[0].Model));
        Assert.NotNull(board.Rows[0].AccuracyInterval);
    }

    [Fact]
    public async Task Files_of_our_own_board_of_the_same_name_are_not_overwritten()
    {
        await using var ledger = Open();
        await ledger.BeginAsync(new Sitting("识图", Language.Chinese, Samples.Model(), "prompt"), 1, null, Token);
        var shelf = new PublishedShelf(ledger);
        await shelf.AddAsync(Page, new(), null, Monday, Token);

        Assert.Equal("识图.published", Assert.Single(await shelf.FindAsync("识图", Token)).FileName);
    }

    [Fact]
    public async Task What_is_no_board_is_refused_with_what_would_be_one()
    {
        await using var ledger = Open();
        var fault = await Assert.ThrowsAsync<BadInputException>(() => new PublishedShelf(ledger).AddAsync(new("x", "hello"), new(), null, Monday, Token));
        Assert.Contains("--exam", fault.Message, StringComparison.Ordinal);
        Assert.Empty(await ledger.PublicationsAsync(null, Token).ToListAsync(Token));
    }

    private static SqliteLedger Open() => SqliteLedger.Open(Path.Combine(Samples.TemporaryFolder(), "ledger.db"));
}
