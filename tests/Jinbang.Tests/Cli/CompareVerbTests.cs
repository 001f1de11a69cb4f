using System.Text;
using System.Text.Json;

namespace Jinbang.Tests.Cli;

/// <summary>The numbers are SciPy's (1.10.1): <c>binomtest(3, 15).pvalue</c>; m ± t.ppf(.975, 39) · √(Σ(d − m)²/(42 · 41))
/// over the 40 differences and 1 and −1; ⌈(norm.ppf(.975)√q + norm.ppf(.8)√(q − .075²))²/.075²⌉ − 40 with q = 9/40.</summary>
public sealed class CompareVerbTests : IDisposable
{
    private readonly VerbRoom room = new();

    public CompareVerbTests()
    {
        room.Write("jinbang.yaml", "exams: [first.csv, second.csv]\n");
        room.Write("first.csv", Exam());
        room.Write("second.csv", Exam());
    }

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Models_are_compared_question_by_question()
    {
        await ImportAsync("first.csv", onlyStrong: 12, onlyWeak: 3);

        var exam = (await JsonAsync("compare", "strong", "weak", "--json")).GetProperty("exams")[0];
        var paired = exam.GetProperty("paired");

        Assert.Equal(40, paired.GetProperty("items").GetInt32());
        Assert.Equal(0.225, paired.GetProperty("difference").GetDouble(), 1e-9);
        Assert.Equal(0.03515625, paired.GetProperty("exactP").GetDouble(), 1e-9);
        Assert.Equal(0.0250556402146411, paired.GetProperty("interval").GetProperty("low").GetDouble(), 1e-9);
        Assert.Equal(0.4035157883567875, paired.GetProperty("interval").GetProperty("high").GetDouble(), 1e-9);
        Assert.Equal((12, 3), (paired.GetProperty("better").GetInt32(), paired.GetProperty("worse").GetInt32()));
        Assert.Equal("first", exam.GetProperty("better").GetString());
        Assert.Contains("first: strong is better", (await room.RunAsync("compare", "strong", "weak")).Output, StringComparison.Ordinal);
        Assert.Contains("first：strong 更好", (await room.RunAsync(Language.Chinese, "compare", "weak", "strong")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_told_apart_says_how_many_more_questions_would()
    {
        await ImportAsync("first.csv", onlyStrong: 6, onlyWeak: 3);

        var exam = (await JsonAsync("compare", "strong", "weak", "--json")).GetProperty("exams")[0];

        Assert.Equal("none", exam.GetProperty("better").GetString());
        Assert.Equal(0.5078125, exam.GetProperty("paired").GetProperty("exactP").GetDouble(), 1e-9);
        Assert.Equal(272, exam.GetProperty("paired").GetProperty("moreItems").GetInt64());
        Assert.Contains("cannot be told apart", (await room.RunAsync("compare", "strong", "weak")).Output, StringComparison.Ordinal);
        Assert.Contains("about 272 more", (await room.RunAsync("compare", "strong", "weak")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_that_never_differ_are_not_told_apart_by_any_number()
    {
        await ImportAsync("first.csv", onlyStrong: 0, onlyWeak: 0);

        var (_, output, _) = await room.RunAsync("compare", "strong", "weak");

        Assert.Contains("no number of questions would", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Questions on which they differ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exams_are_compared_one_by_one_and_all_together()
    {
        await ImportAsync("first.csv", onlyStrong: 6, onlyWeak: 2);
        await ImportAsync("second.csv", onlyStrong: 6, onlyWeak: 1);

        var report = await JsonAsync("compare", "strong", "weak", "--json");

        Assert.Equal(["none", "none"], report.GetProperty("exams").EnumerateArray().Select(exam => exam.GetProperty("better").GetString()));
        var pooled = report.GetProperty("pooled");
        Assert.Equal((80, "first"), (pooled.GetProperty("paired").GetProperty("items").GetInt32(), pooled.GetProperty("better").GetString()));
        Assert.Equal(0.03515625, pooled.GetProperty("paired").GetProperty("exactP").GetDouble(), 1e-9);
        Assert.Contains("All together: strong is better", (await room.RunAsync("compare", "strong", "weak")).Output, StringComparison.Ordinal);
        var one = await JsonAsync("compare", "strong", "weak", "--exam", room.Path("second.csv"), "--json");
        Assert.Equal(JsonValueKind.Null, one.GetProperty("pooled").ValueKind);
    }

    [Fact]
    public async Task Time_and_tokens_are_told_with_their_ratio()
    {
        await ImportAsync("first.csv", onlyStrong: 12, onlyWeak: 3);

        var (_, output, _) = await room.RunAsync("compare", "strong", "weak");

        Assert.Contains("median seconds: A 2, B 1, A/B 2", output, StringComparison.Ordinal);
        Assert.Contains("mean tokens: A 300, B 120, A/B 2.5", output, StringComparison.Ordinal);
        Assert.DoesNotContain("yuan", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_on_which_they_differ_are_listed_and_written()
    {
        await ImportAsync("first.csv", onlyStrong: 12, onlyWeak: 3);

        Assert.Contains("and 5 more", (await room.RunAsync("compare", "strong", "weak")).Output, StringComparison.Ordinal);
        Assert.Contains("and 13 more", (await room.RunAsync("compare", "strong", "weak", "--show", "2")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("more;", (await room.RunAsync("compare", "strong", "weak", "--all")).Output, StringComparison.Ordinal);
        await room.RunAsync("compare", "strong", "weak", "--output", room.Path("differ.jsonl"));
        await room.RunAsync("compare", "strong", "weak", "--output", room.Path("differ.csv"));

        var lines = (await File.ReadAllLinesAsync(room.Path("differ.jsonl"), TestContext.Current.CancellationToken)).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();
        Assert.Equal(15, lines.Count);
        Assert.Equal(("q1", "A", "A", "B"), (Text(lines[0], "question"), Text(lines[0], "key"), Text(lines[0], "first"), Text(lines[0], "second")));
        var table = await File.ReadAllLinesAsync(room.Path("differ.csv"), TestContext.Current.CancellationToken);
        Assert.Equal(16, table.Length);
        Assert.Equal("first,q1,,A,A,B,1,0", table[1]);
    }

    [Fact]
    public async Task Names_may_be_parts_and_mistakes_say_what_there_is()
    {
        Assert.Contains("Nothing was answered yet", (await room.RunAsync("compare", "strong", "weak")).Errors, StringComparison.Ordinal);
        await ImportAsync("first.csv", onlyStrong: 12, onlyWeak: 3);

        Assert.Contains("strong is better", (await room.RunAsync("compare", "STR", "wea")).Output, StringComparison.Ordinal);
        Assert.Contains("there are: strong, weak", (await room.RunAsync("compare", "strong", "other")).Errors, StringComparison.Ordinal);
        Assert.Contains("both strong", (await room.RunAsync("compare", "strong", "str")).Errors, StringComparison.Ordinal);
        await room.ImportAsync("second.csv", "model,question_id,reply\nweaker,q1,A\nweaker,q2,A\n");
        Assert.Contains("may be any of weak, weaker", (await room.RunAsync("compare", "strong", "wea")).Errors, StringComparison.Ordinal);
        Assert.Contains("no question in common", (await room.RunAsync("compare", "strong", "weaker")).Errors, StringComparison.Ordinal);
        Assert.Contains("none.csv", (await room.RunAsync("compare", "strong", "weak", "--exam", "none.csv")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_that_only_one_has_points_on_are_left_out()
    {
        await ImportAsync("first.csv", onlyStrong: 12, onlyWeak: 3, weakUpTo: 30);

        Assert.Equal(30, (await JsonAsync("compare", "strong", "weak", "--json")).GetProperty("exams")[0].GetProperty("paired").GetProperty("items").GetInt32());
    }

    private static string Exam() => "id,Question,A,B,Answer\n" + string.Concat(Enumerable.Range(1, 40).Select(question => $"q{question},Task {question * 7919}?,a{question},b{question},A\n"));

    private Task ImportAsync(string exam, int onlyStrong, int onlyWeak, int weakUpTo = 40)
    {
        var log = new StringBuilder("model,question_id,picked,prompt_tokens,completion_tokens,seconds\n");
        for (var question = 1; question <= 40; question++)
        {
            var (strong, weak) = question <= onlyStrong ? ("A", "B") : question <= onlyStrong + onlyWeak ? ("B", "A") : question <= 35 ? ("A", "A") : ("B", "B");
            log.Append($"strong,q{question},{strong},100,200,2\n");
            if (question <= weakUpTo)
            {
                log.Append($"weak,q{question},{weak},100,20,1\n");
            }
        }

        return room.ImportAsync(exam, log.ToString());
    }

    private async Task<JsonElement> JsonAsync(params string[] words) => JsonSerializer.Deserialize<JsonElement>((await room.RunAsync(words)).Output);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
