using System.Text.Json;
using Jinbang.Cli;
using Jinbang.Runs.Ledgers;

namespace Jinbang.Tests.Cli;

public sealed class MarkVerbTests : IDisposable
{
    private readonly VerbRoom room = new();

    public MarkVerbTests()
    {
        room.Write("jinbang.yaml", "exams: [exam.csv]\n");
        room.Write("exam.csv", "id,Question,A,B,Answer\n1,One?,a,b,A\n2,Two?,a,b,B\n");
    }

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_person_finds_a_bad_case_overrules_it_and_the_board_follows()
    {
        await ImportAsync();
        await SaysAsync(["badcases", "--model", "slow"], "Two?", "answer-cue", "wrong");

        await SaysAsync(["mark", "slow", "2", "--verdict", "right", "--by", "Ann", "--reason", "both are right"], "wrong · answer-cue", "right · human:Ann");

        await SaysAsync(["board"], "slow: 1 reply marked by a person");
        await SaysAsync(["regrade", "--dry-run"], "worth something else 0");
        var row = Json(File.ReadAllText(room.Path("boards/exam.json"))).GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("model").GetString() == "slow");
        Assert.Equal((1, 1), (row.GetProperty("accuracy").GetDouble(), row.GetProperty("coverage").GetProperty("marked").GetInt32()));
        var said = Json((await SaysAsync(["marks", "--json"])).Output).GetProperty("marks")[0];
        Assert.Equal(("Ann", "counts"), (said.GetProperty("by").GetString(), said.GetProperty("state").GetString()));
        await SaysAsync(["mark", "slow", "2", "--withdraw", "--by", "Ann", "--reason", "no"], "mark withdrawn");
        await SaysAsync(["marks"], "both are right", "replaced later");
    }

    [Fact]
    public async Task Cases_go_into_a_file_and_a_limit_holds_there_only_when_it_is_given()
    {
        await ImportAsync();
        var file = room.Path("cases.jsonl");

        await SaysAsync(["badcases", "--jsonl", file]);
        Assert.Equal(["swift", "slow"], Models(file));
        await SaysAsync(["badcases", "--jsonl", file, "--limit", "1"]);
        Assert.Equal(["swift"], Models(file));
        await RefusesAsync(["badcases", "--jsonl", room.Ledger], "--jsonl");
        await RefusesAsync(["badcases", "--outcome", "lost"], "lost");

        static IEnumerable<string?> Models(string file) => File.ReadLines(file).Select(line => Json(line).GetProperty("model").GetString());
    }

    [Fact]
    public async Task A_batch_of_marks_is_kept_as_a_whole_or_not_at_all()
    {
        await ImportAsync();
        var file = room.Write("marks.csv", "model,question,verdict,by,reason\nslow,2,right,Ann,so\nswift,7,wrong,Ann,so\n");

        await RefusesAsync(["mark", "--file", file], "marks.csv:3");
        await SaysAsync(["marks"], "Nobody has marked");
        room.Write("marks.csv", "model,question,verdict,by,reason\nslow,2,right,Ann,so\nswift,1,wrong,Ann,so\n");
        await SaysAsync(["mark", "--file", file], "right · human:Ann", "wrong · human:Ann");
    }

    [Theory]
    [InlineData("--by", "Ann")]
    [InlineData("slow", "2", "--verdict", "right", "--withdraw", "--by", "Ann", "--reason", "so")]
    [InlineData("slow", "2", "--verdict", "right", "--reason", "so")]
    [InlineData("slow", "2", "--verdict", "right", "--file", "marks.csv", "--by", "Ann", "--reason", "so")]
    [InlineData("slow", "2", "--verdict", "good", "--by", "Ann", "--reason", "so")]
    [InlineData("slow", "2", "--verdict", "right", "--repeat", "0", "--by", "Ann", "--reason", "so")]
    [InlineData("slow", "2", "--verdict", "right", "--repeat", "2", "--by", "Ann", "--reason", "so")]
    public async Task What_does_not_say_who_means_what_is_refused(params string[] words)
    {
        await ImportAsync();

        await RefusesAsync(["mark", .. words], "");
        await SaysAsync(["marks"], "Nobody has marked");
    }

    [Fact]
    public async Task Nothing_is_marked_while_another_program_writes_the_ledger()
    {
        await ImportAsync();
        using var hold = FileLock.TryTake(room.Ledger);

        await RefusesAsync(["mark", "slow", "2", "--verdict", "right", "--by", "Ann", "--reason", "so"], "Another run");
        await SaysAsync(["badcases"], "slow");
    }

    private Task ImportAsync() => room.ImportAsync("exam.csv", "model,question_id,reply\nswift,1,The answer is B.\nswift,2,Answer: B\nslow,1,A\nslow,2,Answer: A\n");

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);

    private async Task<(int Code, string Output, string Errors)> SaysAsync(string[] words, params string[] names)
    {
        var said = await room.RunAsync(words);
        Assert.True(said.Code == ExitCode.Done, said.Errors);
        Assert.All(names, name => Assert.Contains(name, said.Output + said.Errors, StringComparison.Ordinal));
        return said;
    }

    private async Task RefusesAsync(string[] words, string name)
    {
        var said = await room.RunAsync(words);
        Assert.Equal(ExitCode.BadInput, said.Code);
        Assert.Contains(name, said.Errors, StringComparison.Ordinal);
    }
}
