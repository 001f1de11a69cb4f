using System.Text;
using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Runs.Logs;

namespace Jinbang.Tests.Runs.Logs;

public sealed class LogGradingTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly Exam Exam = new("sample", "Sample", Language.English, new CreditRule(CreditKind.Subset), [
        Choice("q1", "Which colour?", "B", "red", "green", "blue"),
        Choice("q2", "Which colour?", "A", "one", "two", "three"),
        Choice("q3", "Which are even?", "BD", "1", "2", "3", "4") with { Kind = QuestionKind.MultipleChoice },
        new("q4", QuestionKind.Number, "How many?", [], new NumberKey(12)),
    ]);

    private readonly string folder = Samples.TemporaryFolder();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("""{"id":"q1","reply":"B"}""", "right", "B", "B")]
    [InlineData("""{"id":"q1","reply":"(A) and (C)"}""", "wrong", "AC", "B")]
    [InlineData("""{"id":"q3","reply":"D"}""", "partial", "D", "BD")]
    [InlineData("""{"id":"q1","reply":"hm"}""", "unreadable", null, "B")]
    [InlineData("""{"id":"q1","reply":""}""", "unanswered", null, "B")]
    [InlineData("""{"id":"q1","reply":"Well","finish_reason":"length"}""", "unanswered", null, "B")]
    [InlineData("""{"id":"q1","reply":"","outcome":"refused"}""", "unanswered", null, "B")]
    [InlineData("""{"id":"q4","reply":"The answer is 12."}""", "right", null, "12")]
    public async Task A_reply_is_graded_by_the_exam_s_key(string line, string verdict, string? letters, string key)
    {
        var graded = (await GradeAsync(line)).Lines.Single();

        Assert.Equal((verdict, letters, key), (Text(graded, "verdict"), Text(graded, "letters"), Text(graded, "key")));
    }

    [Theory]
    [InlineData("""["green","blue","red"]""", "A", "right", "A")]
    [InlineData("""{"A":"Blue","B":"ｒｅｄ","C":" green "}""", "C", "right", "C")]
    [InlineData("""{"C":"green","B":"red","A":"blue"}""", "B", "wrong", "C")]
    [InlineData("""["A. green","B. blue","C. red"]""", "green", "right", "A")]
    [InlineData("\"{'A': 'green', 'B': 'blue', 'C': 'red'}\"", "A", "right", "A")]
    public async Task Shuffled_options_are_followed_by_their_texts(string options, string reply, string verdict, string key)
    {
        var graded = (await GradeAsync($$"""{"id":"q1","reply":"{{reply}}","options":{{options}}}""")).Lines.Single();

        Assert.Equal((verdict, key), (Text(graded, "verdict"), Text(graded, "key")));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Without_options_the_exam_s_order_counts(string options)
    {
        var graded = (await GradeAsync($$"""{"id":"q1","reply":"B","options":{{options}}}""")).Lines.Single();

        Assert.Equal("right", Text(graded, "verdict"));
    }

    [Fact]
    public async Task A_key_of_several_letters_follows_its_texts()
    {
        var graded = (await GradeAsync("""{"id":"q3","reply":"A and B","options":["4","2","1","3"]}""")).Lines.Single();

        Assert.Equal(("right", "AB"), (Text(graded, "verdict"), Text(graded, "key")));
    }

    [Fact]
    public async Task Without_an_id_the_text_tells_the_question_and_where_two_have_it_their_options()
    {
        var (lines, grading) = await GradeAsync("""
            {"question":"how  MANY？","reply":"12"}
            {"question":"Which colour?","reply":"A","options":["one","two","three"]}
            """);

        Assert.Equal(["q4", "q2"], lines.Select(line => Text(line, "id")));
        Assert.Equal(2, grading.Models.Single().Tally.Right);
    }

    [Fact]
    public async Task Models_and_repeats_are_summed_and_what_was_not_asked_is_no_wrong_answer()
    {
        var (_, grading) = await GradeAsync("""
            {"id":"q1","model":"one","reply":"B"}
            {"id":"q1","model":"two","reply":null,"outcome":"Failed"}
            {"id":"q1","model":"one","reply":"C"}
            {"id":"q2","model":"two","reply":"A"}
            """);

        Assert.Equal(["one", "two"], grading.Models.Select(model => model.Model));
        Assert.Equal((2, 1, 0.5), (grading.Models[0].Tally.Graded, grading.Models[0].Questions, grading.Models[0].Tally.Accuracy));
        Assert.Equal((1, 1, 2, 1.0), (grading.Models[1].Tally.Graded, grading.Models[1].Tally.Failed, grading.Models[1].Questions, grading.Models[1].Tally.Accuracy));
    }

    [Fact]
    public async Task Another_text_beside_an_id_is_told()
    {
        var (_, grading) = await GradeAsync("""
            {"id":"q1","question":"Which colour?","reply":"B"}
            {"id":"q4","question":"Which colour?","reply":"12"}
            """);

        Assert.Equal(1, grading.Differing);
        Assert.Contains("r.jsonl:2", Assert.Single(grading.Warnings).English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"q11","reply":"B"}""", "q11", "q1")]
    [InlineData("""{"id":"elsewhere","reply":"B"}""", "elsewhere", "another exam")]
    [InlineData("""{"question":"Which colour?","reply":"B"}""", "2 questions")]
    [InlineData("""{"question":"Which?","reply":"B"}""", "no question with this text")]
    [InlineData("""{"id":"q1","reply":"B","options":["green","blux","red"]}""", "option B \"blux\"", "\"blue\"")]
    [InlineData("""{"id":"q1","reply":"B","options":["green","blue"]}""", "lack \"red\"")]
    [InlineData("""{"id":"q1","reply":"B","options":["green","blue","red","red"]}""", "option D \"red\"")]
    [InlineData("""{"id":"q1","reply":"B","options":"green, blue"}""", "options cannot be read")]
    [InlineData("""{"id":"q1"}""", "reply is missing")]
    [InlineData("""{"reply":"B"}""", "question id is missing")]
    [InlineData("""{"id":"q1","reply":"B","outcome":"odd"}""", "\"odd\"")]
    [InlineData("""{"id":"q1","reply":"B","outcome":1}""", "\"1\"")]
    [InlineData("""{"id":"q1","reply":"B" """, "not a JSON object")]
    public async Task A_line_that_cannot_be_graded_is_named(string line, params string[] named)
    {
        var fault = await Assert.ThrowsAsync<BadInputException>(() => GradeAsync("""{"id":"q1","reply":"B"}""" + "\n\n" + line));

        Assert.All([.. named, "r.jsonl:3"], word => Assert.Contains(word, fault.Message, StringComparison.Ordinal));
        Assert.Contains("r.jsonl:3", fault.Problem.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_CSV_will_do()
    {
        var path = Path.Combine(folder, "r.csv");
        await File.WriteAllTextAsync(path, "id,model,reply\nq1,m,\"The answer\nis B.\"\n", Token);

        var grading = await LogGrading.GradeAsync(Exam, ReplyLog.Read(path, ""), Stream.Null, Token);

        Assert.Equal(1, grading.Models.Single().Tally.Right);
    }

    [Fact]
    public async Task Half_a_sign_at_the_end_of_a_reply_is_no_fault()
    {
        var graded = (await GradeAsync("""{"id":"q1","reply":"The answer is B. \ud83d"}""")).Lines.Single();

        Assert.Equal("right", Text(graded, "verdict"));
    }

    private async Task<(List<JsonElement> Lines, LogGrading Grading)> GradeAsync(string lines)
    {
        var path = Path.Combine(folder, "r.jsonl");
        await File.WriteAllTextAsync(path, lines, Token);
        using var output = new MemoryStream();
        var grading = await LogGrading.GradeAsync(Exam, ReplyLog.Read(path, ""), output, Token);
        return ([.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))], grading);
    }

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static Question Choice(string id, string stem, string key, params string[] options) => new(
        id, QuestionKind.SingleChoice, stem, [.. options.Select((text, at) => new Option((char)('A' + at), text))], new LettersKey(key));
}
