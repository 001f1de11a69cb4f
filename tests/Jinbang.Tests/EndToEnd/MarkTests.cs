using System.Text.Json;

namespace Jinbang.Tests.EndToEnd;

[Collection(EndToEndGroup.Name)]
public sealed class MarkTests : IDisposable
{
    private readonly Stranger stranger = new();

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task A_person_finds_a_bad_case_overrules_it_and_the_board_follows()
    {
        await ImportAsync();
        (await stranger.RunAsync("badcases", "--exam", "exam.csv", "--model", "slow")).Expect(0).Names("slow", "Two?", "answer-cue", "wrong");

        (await stranger.RunAsync("mark", "slow", "2", "--exam", "exam.csv", "--verdict", "right", "--by", "Ann", "--reason", "both are right")).Expect(0)
            .Names("wrong · answer-cue", "right · human:Ann");

        (await stranger.RunAsync("board", "--exam", "exam.csv")).Expect(0).Names("slow: 1 reply marked by a person");
        (await stranger.RunAsync("regrade", "--exam", "exam.csv", "--dry-run")).Expect(0).Names("worth something else 0");
        var board = JsonSerializer.Deserialize<JsonElement>(stranger.Read("boards/exam.json")).GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("model").GetString() == "slow");
        Assert.Equal((1, 1), (board.GetProperty("accuracy").GetDouble(), board.GetProperty("coverage").GetProperty("marked").GetInt32()));
        var trail = JsonSerializer.Deserialize<JsonElement>((await stranger.RunAsync("marks", "--exam", "exam.csv", "--json")).Expect(0).Output).GetProperty("marks");
        Assert.Equal(("Ann", "counts"), (trail[0].GetProperty("by").GetString(), trail[0].GetProperty("state").GetString()));

        (await stranger.RunAsync("mark", "slow", "2", "--exam", "exam.csv", "--withdraw", "--by", "Ann", "--reason", "no")).Expect(0).Names("mark withdrawn");
        (await stranger.RunAsync("badcases", "--exam", "exam.csv", "--jsonl", "cases.jsonl")).Expect(0);
        Assert.Equal("slow", JsonSerializer.Deserialize<JsonElement>(Assert.Single(stranger.Read("cases.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries))).GetProperty("model").GetString());
    }

    [Fact]
    public async Task A_batch_of_marks_is_kept_as_a_whole_or_not_at_all()
    {
        await ImportAsync();
        stranger.Write("marks.csv", "model,question,verdict,by,reason\nslow,2,right,Ann,so\nswift,7,wrong,Ann,so\n");

        (await stranger.RunAsync("mark", "--file", "marks.csv", "--exam", "exam.csv")).Expect(2).Names("marks.csv:3");
        (await stranger.RunAsync("mark", "--exam", "exam.csv", "--by", "Ann")).Expect(2);
        (await stranger.RunAsync("mark", "slow", "2", "--exam", "exam.csv", "--verdict", "right", "--withdraw", "--by", "Ann", "--reason", "so")).Expect(2).Names("--withdraw");

        Assert.Equal(0, LedgerLook.One<int>(stranger, "SELECT count(*) FROM mark"));
        stranger.Write("marks.csv", "model,question,verdict,by,reason\nslow,2,right,Ann,so\nswift,1,wrong,Ann,so\n");
        (await stranger.RunAsync("mark", "--file", "marks.csv", "--exam", "exam.csv")).Expect(0);
        Assert.Equal(2, LedgerLook.One<int>(stranger, "SELECT count(*) FROM mark"));
    }

    [Fact]
    public async Task Without_editions_nothing_is_listed() =>
        (await stranger.RunAsync("editions")).Expect(2).Names("No edition was published");

    private async Task ImportAsync()
    {
        stranger.Write("exam.csv", "id,Question,A,B,Answer\n1,One?,a,b,A\n2,Two?,a,b,B\n");
        stranger.Write("log.csv", "model,question_id,reply\nswift,1,The answer is A.\nswift,2,Answer: B\nslow,1,A\nslow,2,Answer: A\n");
        (await stranger.RunAsync("import", "log.csv", "--exam", "exam.csv")).Expect(0);
    }
}
