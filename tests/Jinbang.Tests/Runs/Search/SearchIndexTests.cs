using Jinbang.Exams;
using Jinbang.Grading;
using Jinbang.Models;
using Jinbang.Runs;
using Jinbang.Runs.Ledgers;
using Jinbang.Runs.Logs;
using Jinbang.Runs.Search;

namespace Jinbang.Tests.Runs.Search;

public sealed class SearchIndexTests : IAsyncLifetime
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;
    private static readonly Exam Exam = Samples.Exam(4);
    private readonly string folder = Samples.TemporaryFolder();
    private SqliteLedger ledger = null!;
    private SearchIndex index = null!;
    private IReadOnlyList<SearchExam> exams = [new(Exam.Id, Exam.Language, "1", () => Exam)];

    private string Kept => Path.Combine(folder, "search.db");

    public async ValueTask InitializeAsync()
    {
        ledger = SqliteLedger.Open(Path.Combine(folder, "ledger.db"));
        index = new(Kept, ledger);
        await SayAsync("m", ("q1", "Answer: A, 因为重力"), ("q2", "Answer: B, 因为浮力"));
    }

    public async ValueTask DisposeAsync()
    {
        index.Dispose();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task What_is_recorded_later_is_found_after_the_next_steps()
    {
        await FollowAsync();
        Assert.Equal("q2 q1", await FindAsync("力"));

        await SayAsync("n", ("q1", "Answer: B, 弹力"));

        Assert.Equal("q2 q1", await FindAsync("力"));
        await FollowAsync();
        Assert.Equal("q1 q2 q1", await FindAsync("力"));
        Assert.Equal(new SearchProgress(3, 3), index.Progress);
    }

    [Fact]
    public async Task A_failed_attempt_that_is_asked_again_is_found_by_its_reply_and_no_more_by_its_error()
    {
        var sitting = (await SittingAsync("m")).Key;
        var failed = new LedgerEntry("00000000000000ff", "q3", 0, DateTimeOffset.UnixEpoch, new Reply(Outcome.Failed, "") { Error = "Timeout: nothing came" }, null);
        await ledger.RecordAsync(sitting, [failed], Token);
        await FollowAsync();
        Assert.Equal("q3", await FindAsync("timeout"));

        await ledger.RecordAsync(sitting, [failed with { Reply = new Reply(Outcome.Replied, "大气压力"), Grade = Right }], Token);
        await FollowAsync();

        Assert.Equal(("", "q3"), (await FindAsync("timeout"), await FindAsync("大气压力")));
        Assert.Equal("", await FilterAsync(new() { Outcomes = [Outcome.Failed] }));
    }

    [Fact]
    public async Task A_verdict_that_changes_is_filtered_by_as_it_is_now()
    {
        await FollowAsync();
        Assert.Equal("q2", await FilterAsync(new() { IsBad = true }));

        var sitting = (await SittingAsync("m")).Key;
        var wrong = await ledger.ReadAsync(sitting, Token).FirstAsync(entry => entry.Question == "q2", Token);
        await ledger.RegradeAsync(sitting, [wrong with { Grade = Right }], Token);
        await FollowAsync();

        Assert.Equal("", await FilterAsync(new() { IsBad = true }));
        Assert.Equal("q2 q1", await FilterAsync(new() { Verdicts = [Verdict.Right] }));
    }

    [Fact]
    public async Task Of_a_model_that_sat_the_exam_anew_only_the_latest_sitting_is_found()
    {
        await FollowAsync();
        await SayAsync("m", model => model with { Temperature = 1 }, ("q1", "Answer: A, 离心力"));
        await FollowAsync();

        Assert.Equal("q1", await FindAsync("力"));
        Assert.Equal("", await FindAsync("浮力"));

        await SayAsync("m", ("q3", "Answer: A, 压力"));
        await FollowAsync();

        Assert.Equal("q3 q2 q1", await FindAsync("力"));
    }

    [Fact]
    public async Task An_exam_that_changes_is_searched_and_filtered_by_as_it_is_now()
    {
        await FollowAsync();
        Assert.Equal("", await FilterAsync(new() { Strata = ["mechanics"] }));

        var changed = Exam with { Questions = [Exam.Questions[0] with { Stratum = "mechanics", Stem = "What is 惯性?" }, .. Exam.Questions.Skip(1)] };
        exams = [new(Exam.Id, Exam.Language, "2", () => changed)];
        await FollowAsync();

        Assert.Equal("q1", await FilterAsync(new() { Strata = ["mechanics"] }));
        Assert.Equal(("q1", ""), (await FindAsync("惯性"), await FilterAsync(new() { Words = SearchWords.Of("惯性"), Place = SearchPlace.Reply })));
        Assert.Equal(["mechanics"], index.Search.Choices((Exam.Id, Exam.Language)).Strata);
    }

    [Theory]
    [InlineData("")]
    [InlineData("this is no database, and it is longer than a header of a hundred bytes is, so that nobody can take it for one of them at all.")]
    public async Task An_index_that_is_lost_or_damaged_is_made_anew(string left)
    {
        await FollowAsync();
        index.Dispose();
        File.Delete(Kept + "-wal");
        await File.WriteAllTextAsync(Kept, left, Token);

        Assert.Equal("", await FindAsync("力"));
        await FollowAsync();

        Assert.Equal("q2 q1", await FindAsync("力"));
    }

    [Fact]
    public async Task An_index_that_is_deleted_under_way_is_made_anew()
    {
        await FollowAsync();
        File.Delete(Kept);
        await FollowAsync();

        Assert.Equal("q2 q1", await FindAsync("力"));
    }

    [Fact]
    public async Task An_index_of_another_ledger_is_made_anew()
    {
        await FollowAsync();
        index.Dispose();
        await ledger.DisposeAsync();
        foreach (var file in Directory.GetFiles(folder, "ledger.db*"))
        {
            File.Delete(file);
        }

        ledger = SqliteLedger.Open(Path.Combine(folder, "ledger.db"));
        await SayAsync("other", ("q1", "Answer: B, 电磁力"), ("q4", "Answer: B, 分子力"), ("q2", "摩擦力"));
        using var anew = new SearchIndex(Kept, ledger);
        while (await anew.StepAsync(exams, Token))
        {
        }

        Assert.Equal(3, (await anew.Search.FindAsync(new() { Words = SearchWords.Of("力") }, new(9), Token)).Total);
    }

    [Fact]
    public async Task An_index_goes_on_from_any_step_that_it_was_left_at()
    {
        await SayAsync("n", [.. Enumerable.Range(1, 4).Select(number => ($"q{number}", $"Answer: A, 张力{number}"))]);
        var steps = 0;
        do
        {
            // Whoever was killed is opened anew.
            index.Dispose();
            index = new(Kept, ledger);
            steps++;
        }
        while (await index.StepAsync(exams, Token));

        Assert.InRange(steps, 4, 20);
        Assert.Equal("q4 q3 q2 q1 q2 q1", await FindAsync("力"));
    }

    [Fact]
    public async Task What_stands_otherwise_is_neither_shown_nor_skipped_over()
    {
        await SayAsync("n", ("q1", "数学学生"), ("q2", "学生数学"), ("q3", "数学生"));
        await FollowAsync();

        var hits = await index.Search.FindAsync(new() { Words = SearchWords.Of("数学生") }, new(9), Token);

        Assert.Equal(["q3"], hits.Hits.Select(hit => hit.Question));
        Assert.True(hits.IsAbout);
    }

    private static Grade Right => new(Verdict.Right, 1, new Reading(ReadingKind.Letter, "A", "answer-cue"));

    private async Task FollowAsync()
    {
        while (await index.StepAsync(exams, Token))
        {
        }
    }

    private Task<string> FindAsync(string words) => FilterAsync(new() { Words = SearchWords.Of(words) });

    private async Task<string> FilterAsync(CaseQuery query) =>
        string.Join(' ', (await index.Search.FindAsync(query, new(9), Token)).Hits.Select(hit => hit.Question));

    private async Task<SittingEntry> SittingAsync(string model) =>
        (await ledger.SittingsAsync(Exam.Id, Exam.Language, Token)).Single(sitting => sitting.Model.Name == model);

    private Task SayAsync(string model, params IReadOnlyList<(string Question, string Text)> said) => SayAsync(model, known => known, said);

    private async Task SayAsync(string model, Func<Model, Model> adjust, params IReadOnlyList<(string Question, string Text)> said) => await Import.RecordAsync(
        Exam, [.. said.Select(one => new LoggedReply(model, one.Question, one.Text, new("log.csv", 1)))], "log", name => adjust(Samples.Model(name)), ledger, null, TimeProvider.System, Token);
}
