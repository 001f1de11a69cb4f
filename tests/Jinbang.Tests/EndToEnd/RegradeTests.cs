using System.Text.Json;

namespace Jinbang.Tests.EndToEnd;

public sealed class RegradeTests : IDisposable
{
    private const string Corrected = "id,Question,A,B,Answer\n1,One?,a,b,A\n2,Two?,a,b,A\n";

    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task A_corrected_key_shows_what_flips_and_how_the_board_moves()
    {
        await ImportAsync();
        stranger.Write("exam.csv", Corrected);
        var board = stranger.Read("boards/exam.md");

        (await stranger.RunAsync("regrade", "--exam", "exam.csv", "--dry-run")).Expect(0)
            .Names("worth something else 2", "wrong · A", "right · A", "key or credit rule", "50.0% → 100.0%", "2 → 1", "dry run");
        Assert.Equal(2, LedgerLook.One<int>(stranger, "SELECT count(*) FROM attempt WHERE verdict = 'Right' AND question = '1'"));
        Assert.Equal(1, LedgerLook.One<int>(stranger, "SELECT count(*) FROM attempt WHERE verdict = 'Right' AND question = '2'"));

        var said = (await stranger.RunAsync("regrade", "--exam", "exam.csv", "--json")).Expect(0);
        var exam = JsonSerializer.Deserialize<JsonElement>(said.Output).GetProperty("exams")[0];
        Assert.Equal(["slow", "swift"], exam.GetProperty("flips").EnumerateArray().Select(flip => flip.GetProperty("model").GetString()).Order());
        Assert.Equal("swift", exam.GetProperty("models")[1].GetProperty("model").GetString());
        Assert.Equal(board, stranger.Read("boards/exam.md"));

        (await stranger.RunAsync("regrade", "--exam", "exam.csv", "--lang", "zh")).Expect(0).Names("重新评分 0 条");
    }

    [Fact]
    public async Task The_boards_can_be_posted_with_it()
    {
        await ImportAsync();
        stranger.Write("exam.csv", Corrected);

        (await stranger.RunAsync("regrade", "--exam", "exam.csv", "--board")).Expect(0).Names("2 → 1", "boards/exam.md");

        Assert.Contains("|slow|/|/|100.0%|", stranger.Read("boards/exam.md"), StringComparison.Ordinal);
        (await stranger.RunAsync("regrade", "--exam", "exam.csv", "--board", "--dry-run")).Expect(2).Names("--board");
    }

    [Fact]
    public async Task A_reply_that_an_older_reader_did_not_understand_flips_by_the_reader()
    {
        await ImportAsync();
        LedgerLook.One<string>(stranger, """
            UPDATE sitting SET graded_as = 'old';
            UPDATE attempt SET verdict = 'Unreadable', points = '0', reading_kind = 'Unreadable', reading_answer = '', reading_rule = 'old-rule', graded_by = 'old'
            WHERE id = 1 RETURNING key
            """);

        (await stranger.RunAsync("regrade", "--exam", "exam.csv")).Expect(0).Names("unreadable · old-rule", "read otherwise");
    }

    [Fact]
    public async Task A_board_that_moves_says_so()
    {
        await ImportAsync();
        stranger.Write("exam.csv", Corrected);

        (await stranger.RunAsync("board", "--exam", "exam.csv")).Expect(0).Names("2 kept grades were renewed", "2 are worth something else");
        Assert.DoesNotContain("renewed", (await stranger.RunAsync("board", "--exam", "exam.csv")).Expect(0).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_ledger_there_is_nothing_to_grade_and_none_is_made()
    {
        stranger.Write("exam.csv", Corrected);

        (await stranger.RunAsync("regrade", "--exam", "exam.csv")).Expect(2).Names("Nothing was answered yet");
        (await stranger.RunAsync("regrade", "--exam", "none.csv")).Expect(2).Names("none.csv");

        Assert.False(stranger.Has(".jinbang"));
    }

    private async Task ImportAsync()
    {
        stranger.Write("exam.csv", Corrected.Replace("2,Two?,a,b,A", "2,Two?,a,b,B", StringComparison.Ordinal));
        stranger.Write("log.csv", "model,question_id,reply\nswift,1,The answer is A.\nswift,2,Answer: B\nslow,1,A\nslow,2,选 A\n");
        (await stranger.RunAsync("import", "log.csv", "--exam", "exam.csv")).Expect(0);
    }
}
