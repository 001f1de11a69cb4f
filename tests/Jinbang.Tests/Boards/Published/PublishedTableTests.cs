using CsCheck;
using Jinbang.Boards;
using Jinbang.Boards.Formats;
using Jinbang.Boards.Published;

namespace Jinbang.Tests.Boards.Published;

public sealed class PublishedTableTests
{
    private static readonly PublishedSettings Settings = new() { Origin = "here" };

    [Fact]
    public void Our_own_data_file_reads_back_as_it_was()
    {
        var board = SmallBoard.In(Language.English);
        var read = Read(SmallBoard.Text(new JsonFormat(), board));

        Assert.Equal((board.Title, board.FileName, board.Language, board.Questions, board.Edition), (read.Title, read.FileName, read.Language, read.Questions, read.Edition));
        Assert.Equal(board.Notes, read.Notes);
        Assert.Equal(board.Rows.Select(Kept), read.Rows.Select(Kept));
        Assert.Equal([.. board.Rows.Select(row => row.Coverage?.CutOff)], read.Rows.Select(row => row.Coverage?.CutOff));
    }

    [Fact]
    public void Our_own_spreadsheet_reads_back_as_it_was()
    {
        var board = SmallBoard.In(Language.Chinese);
        var read = Read(SmallBoard.Text(new CsvFormat(), board));

        Assert.Equal("file", read.Title);
        Assert.Equal(board.Rows.Select(Kept), read.Rows.Select(Kept));
    }

    [Fact]
    public void A_name_that_was_made_harmless_reads_back_as_it_was() =>
        Assert.Equal("=1+1", Assert.Single(Read(SmallBoard.Text(new CsvFormat(), SmallBoard.WithModel("=1+1"))).Rows).Model);

    [Fact]
    public void Several_boards_in_one_file_are_several()
    {
        using var stream = new MemoryStream();
        JsonFormat.WriteAll([SmallBoard.In(Language.English), SmallBoard.WithModel("x")], stream);
        var found = PublishedReader.Read(new("file", System.Text.Encoding.UTF8.GetString(stream.ToArray())), Settings);

        Assert.Equal(["Letters", "x"], found.Select(board => board.Board.Title));
        Assert.All(found, board => Assert.Equal(board.Board.Rows.Select(Kept), Read(board.Content).Rows.Select(Kept)));
    }

    [Fact]
    public void A_plain_table_ranks_by_its_mean_and_has_the_other_scores_as_parts()
    {
        var board = Read("name,link,avg,arc,win_rate,size,params\nalpha,http://a,50.5,40,0.25,7.0,7B\nbeta,http://b,61,,0.5,238,238B\n");

        Assert.Equal([("beta", 0.61, 1), ("alpha", 0.505, 2)], board.Rows.Select(row => (row.Model, row.Accuracy, row.Rank)));
        Assert.Equal([("arc", null, ScoreState.Unmeasured), ("win_rate", 0.5, ScoreState.Measured)], board.Rows[0].Parts.Select(part => (part.Name.English, part.Accuracy, part.State)));
    }

    [Fact]
    public void Another_column_can_be_the_score()
    {
        const string Text = "model,avg,arc\na,50,10\nb,40,20\n";
        Assert.Equal(["b", "a"], PublishedReader.Read(new("t", Text), Settings with { Score = "ARC" })[0].Board.Rows.Select(row => row.Model));
        Assert.Contains("avg, arc", Assert.Throws<BadInputException>(() => PublishedReader.Read(new("t", Text), Settings with { Score = "mmlu" })).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("model,avg\na,1,2\n")]
    [InlineData("rank,model,accuracy,accuracy_low,yuan_per_thousand_calls\n1,a,1.5,,\n")]
    [InlineData("rank,model,accuracy,accuracy_low,yuan_per_thousand_calls\none,a,0.5,,\n")]
    [InlineData("{\"title\":\"t\",\"rows\":[{\"model\":null}]}")]
    [InlineData("{\"title\":\"t\",\"rows\":[null]}")]
    [InlineData("{\"title\":\"t\",\"rows\":{}}")]
    [InlineData("{\"title\":\"t\",\"rows\":[{\"model\":\"a\",\"accuracy\":7}]}")]
    [InlineData("{\"title\":\"t\",\"rows\":[{\"model\":\"a\",\"openness\":\"perhaps\"}]}")]
    public void A_damaged_table_is_refused(string text) =>
        Assert.Throws<BadInputException>(() => PublishedReader.Read(new("t", text), Settings));

    [Fact]
    public void A_cell_without_end_is_refused() =>
        Assert.Throws<BadInputException>(() => PublishedReader.Read(new("t", "model,avg\n" + new string('x', 20_000) + ",1\n"), Settings));

    /// <summary>Hostile text is refused in words or read, and never more than that.</summary>
    [Fact]
    public void No_text_is_more_than_refused() => Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["|-类别大模型排名总分score【】准确率\n\r\\:%/0123☛[]()\" ,{}model"], 0, 200],
        Gen.Select(Gen.Const(SeenPages.Seed), Gen.Int[0, 200], Gen.Char, (page, at, letter) => page[..Math.Min(at, page.Length)] + letter + page[Math.Min(at + 1, page.Length)..])).Sample(text =>
    {
        try
        {
            _ = PublishedReader.Read(new("x", text), Settings);
        }
        catch (BadInputException)
        {
            return;
        }
    });

    [Fact]
    public void A_leaderboard_of_thousands_is_read_sorted_filtered_and_paged()
    {
        var board = PublishedReader.Read(PublishedText.Open(SharedData.Path("banks/open-llm-leaderboard/models.visible.csv")), Settings)[0].Board;

        Assert.Equal(3493, board.Rows.Count);
        Assert.Equal(["arc", "hellaswag", "mmlu", "truthfulqa", "winogrande", "gsm8k"], board.Rows[0].Parts.Select(part => part.Name.English));
        Assert.Equal(Enumerable.Range(1, 3493), board.Rows.Select(row => row.Rank));
        var mistrals = new BoardView { Find = "*mistral*", Sort = "hellaswag" };
        var whole = mistrals.Of(board).Rows;
        var paged = (mistrals with { Limit = 50, Page = 3 }).Of(board).Rows;
        Assert.Equal(whole.Skip(100).Take(50).Select(row => row.Model), paged.Select(row => row.Model));
        Assert.All(whole, row => Assert.Contains("mistral", row.Model, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(whole.Select(row => row.Parts[1].Accuracy ?? -1).OrderDescending(), whole.Select(row => row.Parts[1].Accuracy ?? -1));
    }

    private static Board Read(string text) => Assert.Single(PublishedReader.Read(new("file", text), Settings)).Board;

    /// <summary>What both files hold.</summary>
    private static (int, string, string, Jinbang.Models.Openness, bool, double?, double?, double?, decimal?, (int, int, int)?) Kept(BoardRow row) => (
        row.Rank, row.Model, row.House, row.Openness, row.IsNew, row.Accuracy, row.Seconds, row.Tokens, row.CostPerThousand,
        row.Coverage is { } coverage ? (coverage.Planned, coverage.Graded, coverage.Failed) : null);
}
