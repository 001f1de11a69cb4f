using System.Text;
using System.Text.Json;
using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Cases;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Logs;
using Jinbang.Runs.Marks;

namespace Jinbang.Tests.Runs.Cases;

public sealed class CaseReaderTests : IAsyncLifetime
{
    private const string Hostile = "\u001b[2J</script>\"\\ 答案\n\u2028{{";
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private static readonly Exam Exam = new("sample", "Sample", Language.English, CreditRule.Exact, [
        Samples.Choice(1) with { Stratum = "History" }, Samples.Choice(2) with { Stratum = "Law", Passage = "A text." }, Samples.Choice(3), Samples.Choice(4), Samples.Choice(5),
    ]);

    private readonly SqliteLedger ledger = SqliteLedger.Open(Path.Combine(Samples.TemporaryFolder(), "ledger.db"));

    public async ValueTask InitializeAsync() => await Import.RecordAsync(
        Exam,
        [
            Said("swift", "q1", "Answer: A"), Said("swift", "q2", "Answer: B") with { Usage = new(10, 20), Elapsed = TimeSpan.FromSeconds(1.5) },
            Said("swift", "q3", Hostile), Said("swift", "q4", "Let me") with { Outcome = Outcome.CutOff }, Said("swift", "q5", "") with { Outcome = Outcome.Refused },
            Said("slow", "q1", "Answer: C"), Said("slow", "q2", "Answer: A"),
        ],
        "log", name => Samples.Model(name), ledger, null, TimeProvider.System, Token);

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task Without_a_filter_cases_are_the_replies_without_full_points() => Assert.Equal(
        ["swift q2", "swift q3", "swift q4", "swift q5", "slow q1"], await FindAsync(new()));

    [Fact]
    public async Task A_filter_finds_by_model_stratum_question_verdict_outcome_and_rule()
    {
        Assert.Equal(["slow q1"], await FindAsync(new() { Models = ["SLO"] }));
        Assert.Equal(["swift q2"], await FindAsync(new() { Strata = ["law"] }));
        Assert.Equal(["swift q3"], await FindAsync(new() { Questions = ["q3"] }));
        Assert.Equal(["swift q1", "slow q2"], await FindAsync(new() { Verdicts = [Verdict.Right] }));
        Assert.Equal(["swift q4"], await FindAsync(new() { Outcomes = [Outcome.CutOff] }));
        Assert.Equal(["swift q5"], await FindAsync(new() { Rules = ["refused"] }));
        Assert.Empty(await FindAsync(new() { Models = ["slow"], Verdicts = [Verdict.Unreadable] }));
    }

    [Fact]
    public async Task Grades_are_by_the_present_key_whatever_the_ledger_keeps()
    {
        var corrected = Exam with { Questions = [Exam.Questions[0] with { Key = new LettersKey("C") }, .. Exam.Questions.Skip(1)] };

        var found = await CaseReader.ReadAsync(ledger, corrected, new() { Questions = ["q1"] }, Token).ToListAsync(Token);

        Assert.Equal(("swift", Verdict.Wrong), (Assert.Single(found).Model.Name, found[0].Entry.Grade!.Verdict));
    }

    [Fact]
    public async Task A_case_is_a_line_of_JSON_with_everything_that_explains_it()
    {
        var lines = await LinesAsync(new());

        var line = lines[0];
        Assert.Equal(["sample", "q2", "Law", "A text.", "swift", "Answer: B", "replied", "wrong"], Texts(line, "exam", "id", "stratum", "passage", "model", "reply", "outcome", "verdict"));
        Assert.Equal(("second 2", "B", "answer-cue"), (line.GetProperty("options").GetProperty("B").GetString(), Reading(line, "letters"), Reading(line, "rule")));
        Assert.Equal((10, 20, 1.5m), (line.GetProperty("promptTokens").GetInt32(), line.GetProperty("replyTokens").GetInt32(), line.GetProperty("seconds").GetDecimal()));
        Assert.Equal(ExamVersions.Of(Exam), line.GetProperty("examVersion").GetString());
        Assert.Equal(Hostile, lines[1].GetProperty("reply").GetString());
        Assert.False(line.TryGetProperty("mark", out _));
    }

    [Fact]
    public async Task A_marked_case_tells_who_marked_it_and_what_it_was_worth_before()
    {
        await new Marking(ledger, [Exam], TimeProvider.System).GiveAsync([MarkOrder.Of("swift", "q2", "right", "", "Ann", "a \"reason\"")], Token);

        var line = Assert.Single(await LinesAsync(new() { Rules = ["human:"] }));

        Assert.Equal(["right", "human:Ann"], [line.GetProperty("verdict").GetString(), Reading(line, "rule")]);
        Assert.Equal(["Ann", "a \"reason\"", "A"], Texts(line.GetProperty("mark"), "by", "reason", "keyThen"));
        Assert.Equal(["wrong", "answer-cue"], [line.GetProperty("withoutMark").GetProperty("verdict").GetString(), Reading(line.GetProperty("withoutMark"), "rule")]);
    }

    [Fact]
    public async Task Exported_cases_can_be_graded_again_by_themselves()
    {
        var path = Path.Combine(Samples.TemporaryFolder(), "cases.jsonl");
        await File.WriteAllTextAsync(path, await ExportAsync(new()), Token);

        var graded = await LogGrading.GradeAsync(Exam, ReplyLog.Read(path, null), Stream.Null, Token);

        Assert.Equal([(1, 1, 2), (1, 0, 0)], graded.Models.Select(model => (model.Tally.Wrong, model.Tally.Unreadable, model.Tally.Unanswered)));
    }

    private static LoggedReply Said(string model, string question, string text) => new(model, question, text, new("log.csv", 1));

    private static IEnumerable<string?> Texts(JsonElement line, params string[] names) => names.Select(name => line.GetProperty(name).GetString());

    private static string? Reading(JsonElement line, string name) => line.GetProperty("reading").GetProperty(name).GetString();

    private Task<List<string>> FindAsync(CaseFilter filter) =>
        CaseReader.ReadAsync(ledger, Exam, filter, Token).Select(found => $"{found.Model.Name} {found.Question.Id}").ToListAsync(Token).AsTask();

    private async Task<List<JsonElement>> LinesAsync(CaseFilter filter) =>
        [.. (await ExportAsync(filter)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    private async Task<string> ExportAsync(CaseFilter filter)
    {
        using var output = new MemoryStream();
        await using var log = new CaseLog(output);
        await foreach (var found in CaseReader.ReadAsync(ledger, Exam, filter, Token))
        {
            await log.AddAsync(found, Token);
        }

        await log.FlushAsync(Token);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
