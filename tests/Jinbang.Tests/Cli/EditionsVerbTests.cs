using System.Text.Json;
using Jinbang.Cli;

namespace Jinbang.Tests.Cli;

public sealed class EditionsVerbTests : IDisposable
{
    private const string Exam = "id,Question,A,B,Answer\n1,One?,a,b,A\n2,Two?,a,b,B\n";
    private readonly VerbRoom room = new();

    public EditionsVerbTests()
    {
        room.Write("jinbang.yaml", "exams: [exam.csv]\n");
        room.Write("exam.csv", Exam);
    }

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Where_nothing_was_published_it_says_so() =>
        Assert.Contains("No edition was published", (await room.RunAsync("editions")).Errors, StringComparison.Ordinal);

    [Fact]
    public async Task A_corrected_key_and_a_new_model_are_told_apart_in_the_next_edition()
    {
        await ImportAsync("swift");
        await PublishAsync("v1");
        room.Write("exam.csv", Exam.Replace("b,B", "b,A", StringComparison.Ordinal));
        await ImportAsync("newcomer");
        await PublishAsync("v2");

        var diff = JsonSerializer.Deserialize<JsonElement>((await SaysAsync("editions", "diff", "v1", "v2", "--json")).Output);

        Assert.Equal(("v1", "v2", "patch"), (diff.GetProperty("from").GetString(), diff.GetProperty("to").GetString(), diff.GetProperty("kind").GetString()));
        Assert.Equal("newcomer", diff.GetProperty("newModels")[0].GetString());
        var row = Assert.Single(diff.GetProperty("boards")[0].GetProperty("rows").EnumerateArray());
        Assert.Equal(("swift", "regraded", 0.5), (row.GetProperty("model").GetString(), row.GetProperty("cause").GetString(), row.GetProperty("accuracyAfter").GetDouble()));
        Assert.Contains("same replies, other grades: swift 100.0% → 50.0%", (await SaysAsync("editions", "diff")).Output, StringComparison.Ordinal);
        Assert.Contains("v2", (await SaysAsync("editions")).Output, StringComparison.Ordinal);
        Assert.Contains("exam", (await SaysAsync("editions", "show", "v1")).Output, StringComparison.Ordinal);
        Assert.Contains("v1, v2", (await room.RunAsync("editions", "show", "v9")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_are_the_models_that_the_edition_before_did_not_have()
    {
        await ImportAsync("swift");
        await PublishAsync("v1");
        await ImportAsync("newcomer");

        await SaysAsync("board", "--edition", "v2");

        var rows = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(room.Path("boards/exam.json"))).GetProperty("rows").EnumerateArray();
        Assert.Equal([("newcomer", true), ("swift", false)], rows.Select(row => (row.GetProperty("model").GetString(), row.GetProperty("isNew").GetBoolean())).Order());
    }

    [Fact]
    public async Task A_page_does_not_change_silently_under_a_version()
    {
        await ImportAsync("swift");
        await PublishAsync("v1");
        await PublishAsync("v1");
        await ImportAsync("newcomer");

        var refused = await room.RunAsync("publish", "--edition", "v1", "--output", room.Path("site"));

        Assert.Equal(ExitCode.BadInput, refused.Code);
        Assert.Contains("--again", refused.Errors, StringComparison.Ordinal);
        await SaysAsync("publish", "--edition", "v1", "--again", "--output", room.Path("site"));
    }

    private Task ImportAsync(string model) => room.ImportAsync("exam.csv", $"model,question_id,reply\n{model},1,A\n{model},2,Answer: B\n");

    private Task<(int Code, string Output, string Errors)> PublishAsync(string version) => SaysAsync("publish", "--edition", version, "--output", room.Path("site"));

    private async Task<(int Code, string Output, string Errors)> SaysAsync(params string[] words)
    {
        var said = await room.RunAsync(words);
        Assert.True(said.Code == ExitCode.Done, said.Errors);
        return said;
    }
}
