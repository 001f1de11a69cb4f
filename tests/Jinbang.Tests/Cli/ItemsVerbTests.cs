using System.Text;
using System.Text.Json;

namespace Jinbang.Tests.Cli;

public sealed class ItemsVerbTests : IDisposable
{
    private const int Questions = 12;
    private const int Models = 10;

    private readonly VerbRoom room = new();

    public ItemsVerbTests()
    {
        room.Write("jinbang.yaml", "exams: [exam.csv, other.csv]\n");
        room.Write("exam.csv", Exam(Questions));
        room.Write("other.csv", "id,Question,A,B,C,Answer\nx1,What is  number 4？,four,FOUR and a half,neither,B\nx2,Something else entirely?,a,b,c,A\n");
    }

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_key_that_strong_models_contradict_is_suspect_and_shows_what_they_pick()
    {
        await ImportAsync();

        var report = await JsonAsync("items", "exam", "--json");
        var suspect = Assert.Single(Rows(report), row => Flags(row).Contains("suspect-key"));

        Assert.Equal("q7", suspect.GetProperty("question").GetString());
        Assert.Equal("C", suspect.GetProperty("rival").GetString());
        Assert.True(suspect.GetProperty("discrimination").GetDouble() < 0);
        Assert.True(suspect.GetProperty("margin").GetDouble() > 5);
        Assert.True(suspect.GetProperty("keyChance").GetDouble() < 0.01);
        Assert.Equal(suspect.GetProperty("suspicion").GetDouble(), Rows(report).Max(row => row.GetProperty("suspicion").GetDouble()));

        var (_, output, _) = await room.RunAsync("items", "exam");
        Assert.Contains("suspect key", output, StringComparison.Ordinal);
        Assert.Contains("a person must look", output, StringComparison.Ordinal);
        Assert.Contains("KR-20", output, StringComparison.Ordinal);
        Assert.Contains("q7", output.Split('\n')[4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_are_counted_with_the_key_marked()
    {
        await ImportAsync();

        var options = Rows(await JsonAsync("items", "exam", "--json"))[6].GetProperty("options").EnumerateArray().ToList();

        Assert.Equal(["A", "B", "C"], options.Select(option => option.GetProperty("letter").GetString()));
        Assert.Equal([0, 3, 7], options.Select(option => option.GetProperty("picks").GetInt32()));
        Assert.Equal([false, true, false], options.Select(option => option.GetProperty("isKey").GetBoolean()));
    }

    [Fact]
    public async Task Questions_that_everyone_or_nobody_gets_and_that_nobody_can_be_read_on_are_named()
    {
        var log = Log((model, question) => question switch { 1 => "A", 2 => "B", 3 => "hm", _ => model >= question - 3 ? "A" : "B" });
        await room.ImportAsync("exam.csv", log);

        var rows = Rows(await JsonAsync("items", "exam", "--json"));

        Assert.Equal(["everyone"], Flags(rows[0]));
        Assert.Contains("nobody", Flags(rows[1]));
        Assert.Contains("suspect-key", Flags(rows[1]));
        Assert.Equal(["nobody", "unread"], Flags(rows[2]));
        var (_, listed, _) = await room.RunAsync("items", "exam", "--flag", "everyone");
        Assert.Contains("q1 ", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("q5 ", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("q1 ", (await room.RunAsync("items", "exam")).Output, StringComparison.Ordinal);
        Assert.Contains("12 of 12", (await room.RunAsync("items", "exam", "--all")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_drawn_with_suspect_keys_by_name()
    {
        await ImportAsync();

        var (code, _, errors) = await room.RunAsync("items", "exam", "--picture", room.Path("items.svg"));

        Assert.Equal((0, true), (code, errors.Contains("items.svg", StringComparison.Ordinal)));
        Assert.Contains(">q7</text>", File.ReadAllText(room.Path("items.svg")), StringComparison.Ordinal);
        Assert.Contains(".svg or .png", (await room.RunAsync("items", "exam", "--picture", room.Path("items.gif"))).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_asked_elsewhere_is_found_and_that_its_key_is_another_there()
    {
        await ImportAsync();

        var twin = Rows(await JsonAsync("items", "exam", "--json"))[3].GetProperty("twins")[0];

        Assert.Equal(("other", "x1"), (twin.GetProperty("exam").GetString(), twin.GetProperty("question").GetString()));
        Assert.Equal(1, twin.GetProperty("likeness").GetDouble());
        Assert.True(twin.GetProperty("keyDiffers").GetBoolean());
        Assert.Contains("=other:x1!", (await room.RunAsync("items", "exam", "--flag", "twin")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "With 1 model(s) only difficulty can be told")]
    [InlineData(2, "With 2 model(s) only difficulty can be told")]
    [InlineData(5, "With 5 models most of what discrimination and flags show is chance")]
    public async Task Few_models_come_with_what_cannot_be_told(int models, string said)
    {
        await room.ImportAsync("exam.csv", Log(Pick, models));

        var (code, output, _) = await room.RunAsync("items", "exam", "--all");

        Assert.Equal(0, code);
        Assert.Contains(said, output, StringComparison.Ordinal);
        Assert.Equal(models < 3, !output.Contains("KR-20", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Models_that_lack_questions_are_told_of_and_left_out_where_they_lack_them()
    {
        await room.ImportAsync("exam.csv", Log((model, question) => model == 2 && question > 6 ? null : Pick(model, question)));

        var report = await JsonAsync("items", "exam", "--json");

        Assert.Equal([10, 9], new[] { Rows(report)[0], Rows(report)[8] }.Select(row => row.GetProperty("models").GetInt32()));
        Assert.Equal(9, report.GetProperty("reliability").GetProperty("models").GetInt32());
        Assert.Contains("1 of 10 models have no points on some questions", (await room.RunAsync("items", "exam")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeats_count_by_their_mean_and_make_Cronbachs_alpha()
    {
        var log = new StringBuilder("model,question_id,repeat,picked\n");
        for (var model = 0; model < Models; model++)
        {
            for (var question = 1; question <= Questions; question++)
            {
                log.Append($"m{model},q{question},0,{Pick(model, question)}\nm{model},q{question},1,{(question == 4 ? "B" : Pick(model, question))}\n");
            }
        }

        await room.ImportAsync("exam.csv", log.ToString());

        var report = await JsonAsync("items", "exam", "--json");
        Assert.Equal(0.35, Rows(report)[3].GetProperty("difficulty").GetDouble(), 1e-6);
        Assert.False(report.GetProperty("reliability").GetProperty("isBinary").GetBoolean());
        Assert.Contains("Cronbach", (await room.RunAsync("items", "exam")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_too_good_to_be_true_is_named()
    {
        await room.ImportAsync("exam.csv", Log((model, question) => model == 9 ? question == 7 ? "B" : "A" : model % 2 == 0 && question % 2 == 0 ? "A" : "C"));
        Assert.Contains("m9: right on all 12 questions, while the next best has 50.0%", (await room.RunAsync("items", "exam")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_alone_gets_what_all_others_fail_is_named()
    {
        await room.ImportAsync("exam.csv", Log((model, question) => model == 9 ? question is 7 or 2 ? "B" : "A" : model % 2 == 0 && question % 2 == 0 ? "A" : "C"));
        const string Alone = "m9: right on all 6 questions that every other model fails";
        Assert.Contains(Alone, (await room.RunAsync("items", "exam")).Output, StringComparison.Ordinal);
        Assert.Contains(Alone, (await room.RunAsync("board", "--exam", room.Path("exam.csv"), "--output", room.Path("boards"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_CSV_there_is_a_line_for_each_question_and_no_formula()
    {
        room.Write("exam.csv", Exam(Questions).Replace("q1,", "=1+1,", StringComparison.Ordinal));
        await room.ImportAsync("exam.csv", Log(Pick).Replace(",q1,", ",=1+1,", StringComparison.Ordinal));

        Assert.Equal(0, (await room.RunAsync("items", "exam", "--output", room.Path("items.csv"))).Code);

        var lines = await File.ReadAllLinesAsync(room.Path("items.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(Questions + 1, lines.Length);
        Assert.StartsWith("1,'=1+1,,A,10,", lines[1], StringComparison.Ordinal);
        Assert.Contains("A:0 B:3 C:7", lines[7], StringComparison.Ordinal);
        Assert.Contains("suspect-key", lines[7], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_Chinese()
    {
        await ImportAsync();

        var (_, output, _) = await room.RunAsync(Language.Chinese, "items", "exam");

        Assert.Contains("答案可疑", output, StringComparison.Ordinal);
        Assert.Contains("必须由人核对", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_are_told()
    {
        Assert.Contains("Nothing was answered yet", (await room.RunAsync("items", "exam")).Errors, StringComparison.Ordinal);
        await ImportAsync();
        Assert.Contains("there are: exam, other", (await room.RunAsync("items", "nothing")).Errors, StringComparison.Ordinal);
        Assert.Contains("Nothing was answered yet", (await room.RunAsync("items", "other")).Errors, StringComparison.Ordinal);
        Assert.Contains("Name an exam", (await room.RunAsync("items")).Errors, StringComparison.Ordinal);
        Assert.Contains("may be any of exam, other", (await room.RunAsync("items", "e")).Errors, StringComparison.Ordinal);
        Assert.Equal(0, (await room.RunAsync("items", room.Path("exam.csv"))).Code);
    }

    private static string? Pick(int model, int question) => question == 7 ? model >= 3 ? "C" : "B" : model >= question - 1 ? "A" : model % 2 == 0 ? "B" : "C";

    private static string Exam(int questions) =>
        "id,Question,A,B,C,Answer\n" + string.Concat(Enumerable.Range(1, questions).Select(question =>
            question == 4 ? "q4,What is number 4?,four,four and a half,neither,A\n" : $"q{question},Task {question * 7919}?,a{question},b{question},c{question},{(question == 7 ? "B" : "A")}\n"));

    private static string Log(Func<int, int, string?> pick, int models = Models) =>
        "model,question_id,reply\n" + string.Concat(
            from model in Enumerable.Range(0, models)
            from question in Enumerable.Range(1, Questions)
            let picked = pick(model, question)
            where picked is not null
            select $"m{model},q{question},{picked}\n");

    private Task ImportAsync() => room.ImportAsync("exam.csv", Log(Pick));

    private async Task<JsonElement> JsonAsync(params string[] words) => JsonSerializer.Deserialize<JsonElement>((await room.RunAsync(words)).Output);

    private static List<JsonElement> Rows(JsonElement report) => [.. report.GetProperty("rows").EnumerateArray()];

    private static List<string> Flags(JsonElement row) => [.. row.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()!)];
}
