using System.Text.Json;

namespace Jinbang.Tests.EndToEnd;

public sealed class GradeTests : IDisposable
{
    private const string Exam = "id,Question,A,B,C,Answer\nq1,First?,red,green,blue,B\nq2,Second?,one,two,three,A\n";

    private readonly Stranger stranger = new();

    public GradeTests()
    {
        stranger.Write("exam.csv", Exam);
        stranger.Write("r.jsonl", """
            {"id":"q1","model":"one","reply":"The answer is B."}
            {"id":"q1","model":"two","reply":"A","options":["green","blue","red"]}
            {"id":"q2","model":"two","reply":"no idea at all, honestly","question":"Third?"}
            """);
    }

    public void Dispose() => stranger.Dispose();

    [Fact]
    public async Task Verdicts_go_to_the_file_and_the_summary_to_standard_output()
    {
        var said = (await stranger.RunAsync("grade", "--exam", "exam.csv", "--replies", "r.jsonl", "--out", "v.jsonl")).Expect(0);

        said.Names("r.jsonl:3", "q2");
        Assert.Contains("100.0%", said.Output, StringComparison.Ordinal);
        Assert.Contains("20.7% – 100.0%", said.Output, StringComparison.Ordinal);
        Assert.Equal(["right", "right", "unreadable"], stranger.Read("v.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("verdict").GetString()));
        Assert.False(stranger.Has(".jinbang"));
    }

    [Fact]
    public async Task The_summary_comes_as_JSON_too_and_beside_verdicts_on_standard_error()
    {
        var summary = (await stranger.RunAsync("grade", "--exam", "exam.csv", "--replies", "r.jsonl", "--json")).Expect(0);
        var verdicts = (await stranger.RunAsync("grade", "--exam", "exam.csv", "--replies", "r.jsonl", "--out", "-", "--lang", "zh")).Expect(0);

        var models = JsonSerializer.Deserialize<JsonElement>(summary.Output).GetProperty("models");
        Assert.Equal((1, 0.5, 1), (models[0].GetProperty("notAsked").GetInt32(), models[1].GetProperty("accuracy").GetDouble(), models[1].GetProperty("unreadable").GetInt32()));
        Assert.Equal(3, verdicts.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).Count());
        Assert.Contains("准确率", verdicts.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":\"q11\",\"reply\":\"B\"}", "b.jsonl:1", "q11", "q1")]
    [InlineData("{\"id\":\"q1\",\"reply\":\"B\",\"options\":[\"green\",\"blux\",\"red\"]}", "b.jsonl:1", "blux", "blue")]
    [InlineData("\n{\"id\":\"q1\",\"reply\":", "b.jsonl:2", "JSON")]
    [InlineData("{\"id\":\"q1\"}", "b.jsonl:1", "reply")]
    [InlineData("", "b.jsonl", "not a log of replies", "reply")]
    public async Task A_mistake_is_named_and_nothing_is_written(string lines, params string[] named)
    {
        stranger.Write("b.jsonl", lines);

        (await stranger.RunAsync("grade", "--exam", "exam.csv", "--replies", "b.jsonl", "--out", "v.jsonl")).Expect(2).Names(named);
        (await stranger.RunAsync("grade", "--exam", "exam.csv", "--replies", "b.jsonl", "--lang", "zh")).Expect(2).Names("错误：", named[0]);

        Assert.Equal(3, Directory.GetFileSystemEntries(stranger.Folder).Length);
    }

    [Theory]
    [InlineData("none.csv", "r.jsonl", "none.csv")]
    [InlineData("exam.csv", "none.jsonl", "none.jsonl")]
    public async Task A_missing_file_is_named(string exam, string replies, string named) =>
        (await stranger.RunAsync("grade", "--exam", exam, "--replies", replies)).Expect(2).Names(named);
}
