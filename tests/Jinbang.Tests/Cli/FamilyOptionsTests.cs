using System.Text.Json;

namespace Jinbang.Tests.Cli;

public sealed class FamilyOptionsTests : IDisposable
{
    private readonly VerbRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Roll_ups_are_posted_beside_the_exams_with_strata_in_their_fields()
    {
        await PrepareAsync();

        var (code, output, errors) = await room.RunAsync("board", "--taxonomy", room.Path("taxonomy.yaml"));

        Assert.True(code == 0, errors);
        Assert.Contains("One question of mixed · bones moves the score by 30 points, one of law by 20", output, StringComparison.Ordinal);
        Assert.Equal([0.6, 0.3], Scores("Total"));
        Assert.Equal([1, 0.5], Scores("Medicine"));
        Assert.Equal([0.5, 0.5], Scores("mixed"));
        Assert.False(File.Exists(room.Path("boards/mixed-bones.json")));
    }

    [Fact]
    public async Task A_workspace_may_ask_for_roll_ups_and_leave_results_out()
    {
        await PrepareAsync();
        room.Write("jinbang.yaml", "exams: [mixed.csv, law.csv]\ntaxonomy: taxonomy.yaml\nexclude:\n- { exam: law, model: one, reason: it saw the keys }\n");

        var (code, output, errors) = await room.RunAsync("board", "--level", "0");

        Assert.True(code == 0, errors);
        Assert.Contains("Excluded: one · law (it saw the keys)", output, StringComparison.Ordinal);
        Assert.Equal([1, 0.3], Scores("Total"));
        Assert.False(File.Exists(room.Path("boards/Medicine.json")));
    }

    [Fact]
    public async Task A_total_of_ones_own_and_chosen_models_leave_the_full_boards_alone()
    {
        await PrepareAsync();

        var (code, output, errors) = await room.RunAsync("board", "--taxonomy", room.Path("taxonomy.yaml"), "--weights", "Medicine=1,law=3", "--where", "accuracy >= 20%");

        Assert.True(code == 0, errors);
        Assert.Contains("Only rows with accuracy >= 20%: 1 of 2", output, StringComparison.Ordinal);
        Assert.Equal([0.25], Scores("Medicine=1,law=3·accuracy ＞= 20%"));
        Assert.False(File.Exists(room.Path("boards/law.json")));
    }

    [Theory]
    [InlineData("--where", "house ~", "a value is missing")]
    [InlineData("--where", "accuracy > 200%", "does not fit")]
    [InlineData("--where", "model = nobody", "Only rows with model = nobody: 0 of 2")]
    [InlineData("--level", "2-1", "--level must be")]
    [InlineData("--weights", "nothing=1", "is called 'nothing'")]
    [InlineData("--taxonomy", "nowhere.yaml", "Cannot read the taxonomy nowhere.yaml.")]
    public async Task What_cannot_be_used_is_refused(string option, string value, string problem)
    {
        await PrepareAsync();

        var (code, _, errors) = await room.RunAsync("board", option, value);

        Assert.Equal(2, code);
        Assert.Contains(problem, errors, StringComparison.Ordinal);
    }

    private IEnumerable<double> Scores(string board)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(room.Path($"boards/{board}.json")));
        return [.. json.RootElement.GetProperty("rows").EnumerateArray().Select(row => Math.Round(row.GetProperty("accuracy").GetDouble(), 9))];
    }

    private async Task PrepareAsync()
    {
        room.Write("mixed.csv", "id,question,A,B,answer,subject\nq1,One?,x,y,A,bones\nq2,Two?,x,y,A,eyes\nq3,Three?,x,y,A,other\nq4,Four?,x,y,A,other\n");
        room.Write("law.csv", "id,question,A,B,answer\nl1,Five?,x,y,A\nl2,Six?,x,y,A\n");
        room.Write("taxonomy.yaml", """
            id: total
            name: { zh: 总分, en: Total }
            rule: weights
            parts:
            - id: medicine
              name: { zh: 医疗, en: Medicine }
              weight: 0.6
              exams: [{ exam: mixed, strata: [bones, eyes] }]
            - id: law
              name: { zh: 法律, en: Law }
              weight: 0.4
              exams: [law]
            """);
        room.Write("jinbang.yaml", "exams: [mixed.csv, law.csv]\n");
        await room.ImportAsync("mixed.csv", "model,question_id,reply\none,q1,A\none,q2,A\none,q3,B\none,q4,B\ntwo,q1,A\ntwo,q2,B\ntwo,q3,A\ntwo,q4,B\n");
        await room.ImportAsync("law.csv", "model,question_id,reply\none,l1,B\none,l2,B\ntwo,l1,B\ntwo,l2,B\n");
    }
}
